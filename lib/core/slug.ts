const SLUG_MAX = 60;
/** Leaves room for the number that sets two alike apart. */
const DERIVED_MAX = 50;

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether it is a name in an address: lower-case letters, digits and single hyphens. */
export const isSlug = (text: string) => text.length <= SLUG_MAX && SLUG.test(text);

/** Letters that do not come apart into a Latin letter and an accent. */
const LATIN: Record<string, string> = {
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ø: "o",
	đ: "d",
	ð: "d",
	þ: "th",
	ł: "l",
	ı: "i",
};

/** What a name looks like in an address; `fallback` where nothing of it can stand there. */
export function slugOf(name: string, fallback: string) {
	const slug = name
		.toLowerCase()
		.replace(/[ßæœøđðþłı]/gu, (letter) => LATIN[letter] ?? "")
		.normalize("NFKD")
		.replace(/\p{M}|['’]/gu, "")
		.replace(/[^a-z0-9]+/g, "-")
		.slice(0, DERIVED_MAX + 1)
		.replace(/^-|-$/g, "")
		.slice(0, DERIVED_MAX)
		.replace(/-$/, "");
	return slug === "" ? fallback : slug;
}

/** The slug, or the first of slug-2, slug-3 … that nothing has yet. */
export function freeSlug(slug: string, taken: ReadonlySet<string>) {
	let free = slug;
	for (let number = 2; taken.has(free); number++) free = `${slug}-${number}`;
	return free;
}
