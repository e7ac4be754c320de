import { z } from "zod";

/** What people give to find a refusal by: an id, or what can be seen of a key. */
export type SoughtRefusal = { id: string } | { prefix: string | null; lastFour: string };

const KEY = /(lk_(?:agy|loc)_)([0-9A-Za-z]{5,})/g;
/** How long a key is behind its prefix, and where the characters of it stand that may be shown. */
const LENGTH = 38;
const LAST_FOUR = [28, 32] as const;
const VISIBLE = /^(lk_(?:agy|loc)_)?[^0-9A-Za-z]*([0-9A-Za-z]{4})[^0-9A-Za-z]*$/;
const TEXT_MAX = 200;

/** Puts what may be shown in the place of keys, which have no business in a search, also of those that are cut or torn. */
export const shortenKeys = (text: string) =>
	text.replace(KEY, (_all, prefix: string, rest: string) =>
		rest.length === LENGTH ? `${prefix}••••${rest.slice(...LAST_FOUR)}` : `${prefix}••••`,
	);

/** Reads the id of a request or of a key, a key as lists show it (`lk_agy_••••Ab12`), or its four characters alone. */
export function readSought(text: string): SoughtRefusal | null {
	const given = shortenKeys(text.trim());
	const id = z.uuid().toLowerCase().safeParse(given);
	if (id.success) return { id: id.data };
	const [, prefix = null, lastFour] = VISIBLE.exec(given) ?? [];
	return lastFour ? { prefix, lastFour } : null;
}

const HOW =
	"Enter a request id, such as 0198c1de-…, or a key as lists show it: lk_agy_••••Ab12, or its last four characters.";

/** {@link readSought} for what a form sends. */
export const SoughtText = z
	.string()
	.max(TEXT_MAX, HOW)
	.transform((text, { addIssue }): SoughtRefusal => {
		const sought = readSought(text);
		if (sought) return sought;
		addIssue({ code: "custom", message: HOW });
		return z.NEVER;
	});
