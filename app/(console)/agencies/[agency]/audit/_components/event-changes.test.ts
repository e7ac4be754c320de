import { expect, test } from "vitest";
import { eventChanges } from "./event-changes.ts";

test("an edit shows the fields that it changed, and counts those that it did not", () => {
	const before = { title: "Website", scopes: ["a", "b"], enabled: true, expiresAt: null, role: "ADMIN" };
	const after = { title: "Web shop", scopes: [], enabled: false, expiresAt: null, role: "ADMIN" };

	expect(eventChanges(before, after)).toEqual({
		changes: [
			{ field: "Title", before: "Website", after: "Web shop" },
			{ field: "Scopes", before: "a, b", after: "none" },
			{ field: "Enabled", before: "yes", after: "no" },
		],
		unchanged: 2,
	});
});

test("a new thing has no before, and what is gone no after", () => {
	expect(eventChanges(null, { allowedAddresses: ["203.0.113.7"], description: "" }).changes).toEqual([
		{ field: "Allowed addresses", before: null, after: "203.0.113.7" },
		{ field: "Description", before: null, after: "empty" },
	]);
	expect(eventChanges({ refill: { every: "DAY" } }, null).changes).toEqual([
		{ field: "Refill", before: '{"every":"DAY"}', after: null },
	]);
});

test("an event without facts changed nothing that could be shown", () => {
	expect(eventChanges(null, null)).toEqual({ changes: [], unchanged: 0 });
});
