import { expect, test } from "vitest";
import type { BulkChangeInput } from "#lib/core/keys/bulk-change.ts";
import { type BulkDraft, bulkChangeOf, EMPTY_BULK } from "./bulk-draft.ts";

type Kind = Parameters<typeof bulkChangeOf>[0];

const draft = (change: Partial<BulkDraft>) => ({ ...EMPTY_BULK, ...change });

test.each([
	["switchOff", {}, { kind: "switchOff" }],
	["revoke", { reason: "Leaked" }, { kind: "revoke", reason: "Leaked" }],
	["extend", { days: "30" }, { kind: "extend", to: { days: 30 } }],
	["endIn", { days: "30" }, { kind: "endIn", days: 30 }],
	["delete", {}, { kind: "delete", usedToo: false }],
	["label", { add: ["prod"] }, { kind: "label", add: ["prod"], remove: [] }],
] satisfies [Kind, Partial<BulkDraft>, BulkChangeInput][])(
	"%s is asked for as it was filled in",
	(kind, filledIn, change) => {
		expect(bulkChangeOf(kind, draft(filledIn), null)).toEqual({ change });
	},
);

test.each([
	["revoke", draft({ reason: " " }), "reasonMissing"],
	["extend", draft({ days: "soon" }), "daysWrong"],
	["endIn", draft({ days: "0" }), "daysWrong"],
	["label", draft({}), "labelsMissing"],
] as const)("%s says what is missing", (kind, incomplete, problem) => {
	expect(bulkChangeOf(kind, incomplete, null)).toEqual({ problem });
});

test("keys in use go only when their number was typed, with or without what parts its thousands", () => {
	expect(bulkChangeOf("delete", draft({ typed: "12" }), 1_200)).toEqual({ problem: "typeWrong" });
	expect(bulkChangeOf("delete", draft({ typed: "1.200" }), 1_200)).toEqual({
		change: { kind: "delete", usedToo: true },
	});
});
