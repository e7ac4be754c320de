import { expect, test } from "vitest";
import type { BulkResult } from "#lib/core/keys/bulk-change.ts";
import { stepsOf, undoSteps } from "./bulk-steps.ts";

const keys = ["a", "b", "c", "d"].map((id) => ({ id, title: `Key ${id}` }));
const done = (keyId: string, labels?: { added: string[]; removed: string[] }): BulkResult => ({
	keyId,
	outcome: "done",
	title: keyId,
	...(labels && { labels }),
});
const unchanged = (keyId: string): BulkResult => ({ keyId, outcome: "unchanged", title: keyId });
const refused = (keyId: string): BulkResult => ({ keyId, outcome: "refused", code: "conflict", why: "No." });

test("only keys that were changed are changed back", () => {
	const steps = stepsOf(keys, { kind: "switchOff" });

	const undo = undoSteps(steps, [done("a"), unchanged("b"), refused("c")]);

	expect(undo).toEqual([{ key: keys[0], change: { kind: "switchOn" } }]);
});

test("of each key those labels come back that it lost, and those go that it got", () => {
	const steps = stepsOf(keys, { kind: "label", add: ["prod"], remove: ["old"] });
	const got = { added: ["prod"], removed: [] };
	const lost = { added: [], removed: ["Old"] };

	const undo = undoSteps(steps, [done("a", got), done("b", lost), unchanged("c"), done("d", got)]);

	expect(undo.map(({ key, change }) => [key.id, change])).toEqual([
		["a", { kind: "label", add: [], remove: ["prod"] }],
		["d", { kind: "label", add: [], remove: ["prod"] }],
		["b", { kind: "label", add: ["Old"], remove: [] }],
	]);
	expect(undo[0]?.change).toBe(undo[1]?.change);
});

test("what cannot be taken back is not", () => {
	const steps = stepsOf(keys, { kind: "revoke", reason: "Leaked" });

	expect(
		undoSteps(
			steps,
			keys.map(({ id }) => done(id)),
		),
	).toEqual([]);
});
