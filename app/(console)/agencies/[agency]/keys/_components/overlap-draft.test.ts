import { expect, test } from "vitest";
import { emptyOverlap, type OverlapDraft, overlapSeconds } from "./overlap-draft.ts";

test.each<[number | null, Partial<OverlapDraft>]>([
	[0, { choice: "now" }],
	[3_600, { choice: "hour" }],
	[86_400, {}],
	[604_800, { choice: "week" }],
	[1_209_600, { choice: "custom" }],
	[5_400, { choice: "custom", count: "1.5", unit: "hours" }],
	[60, { choice: "custom", count: " 1 ", unit: "minutes" }],
	[null, { choice: "custom", count: "" }],
	[null, { choice: "custom", count: "soon" }],
])("%j seconds are sent for %j", (seconds, change) => {
	expect(overlapSeconds({ ...emptyOverlap, ...change })).toBe(seconds);
});
