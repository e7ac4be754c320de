const KEY = /(lk_(?:agy|loc)_)([0-9A-Za-z]{5,})/g;
/** How long a key is behind its prefix, and where the characters of it stand that may be shown. */
const LENGTH = 38;
const LAST_FOUR = [28, 32] as const;

/** Puts what may be shown in the place of keys, which have no business in a search, also of those that are cut or torn. */
export const shortenKeys = (text: string) =>
	text.replace(KEY, (_all, prefix: string, rest: string) =>
		rest.length === LENGTH ? `${prefix}••••${rest.slice(...LAST_FOUR)}` : `${prefix}••••`,
	);
