import { z } from "zod";
import { singleLine } from "../text.ts";

const TAG_MAX = 100;
export const TAGS_MAX = 100;
/** How many tags of a location are told, and how many can be made without a contact. */
export const TAGS_KNOWN_MAX = 10_000;

/** A tag as it is stored and compared: lower case. */
export const Tag = singleLine(TAG_MAX, "A tag").transform((text) => text.toLowerCase());

/** Tags, each once, in the order in which they came. */
export const Tags = z
	.array(Tag)
	.max(TAGS_MAX, { error: `A contact may have up to ${TAGS_MAX} tags.` })
	.transform((tags) => [...new Set(tags)]);

/** The tags after some were taken away and others added, each once. */
export const changedTags = (
	present: readonly string[],
	{ add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
) => [...new Set([...present.filter((tag) => !remove.includes(tag)), ...add])];
