import { z } from "zod";
import { TAGS_KNOWN_MAX, Tag as TagName } from "#lib/core/crm/tags.ts";
import { traced } from "./traced.ts";

const Tag = z
	.object({ id: z.string(), name: z.string().describe("Lower case."), locationId: z.string() })
	.meta({ id: "Tag" });

export const TagAnswer = traced("TagAnswer", { tag: Tag });
export const TagList = traced("TagList", {
	tags: z.array(Tag).describe(`The first ${TAGS_KNOWN_MAX} by name.`),
});
export const TagBody = z.object({ name: TagName }).meta({ id: "TagRequest" });
