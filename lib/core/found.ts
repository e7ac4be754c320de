/** The kinds of things that are found by name, in the order in which they are shown. */
export const FOUND_KINDS = ["key", "person", "contact", "form", "link", "workflow"] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

export type Found = {
	kind: FoundKind;
	id: string;
	name: string;
	/** What tells it from others of its name: a place, or an address; "" when there is nothing to add. */
	detail: string;
	/** The location that it belongs to, where it has a page at one. */
	locationSlug: string | null;
};

/** Fewer characters match nearly everything. */
export const FIND_CHARACTERS_MIN = 2;
export const FIND_CHARACTERS_MAX = 80;
