import { z } from "zod";
import { shortenKeys } from "./shorten-keys.ts";

/** What people give to find a refusal by: an id, or what can be seen of a key. */
export type SoughtRefusal = { id: string } | { prefix: string | null; lastFour: string };

const VISIBLE = /^(lk_(?:agy|loc)_)?[^0-9A-Za-z]*([0-9A-Za-z]{4})[^0-9A-Za-z]*$/;
const TEXT_MAX = 200;

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
