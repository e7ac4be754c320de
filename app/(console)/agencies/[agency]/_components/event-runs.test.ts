import { expect, test } from "vitest";
import type { AuditEntry } from "#lib/services/audit/list.ts";
import { foldRuns } from "./event-runs.ts";

const event = (seq: number, action: string, subject: string, actor: string | null = "ada"): AuditEntry => ({
	seq: String(seq),
	id: `event-${seq}`,
	at: new Date(seq).toISOString(),
	actor: { kind: actor === null ? "system" : "user", id: actor, name: actor ?? "Latchkey" },
	action,
	subject: { kind: "key", id: subject, name: subject },
	locationName: null,
	address: "",
	before: null,
	after: null,
});

test("what somebody repeats on one thing in a row is one event, the newest", () => {
	const runs = foldRuns([
		event(6, "key.disable", "a"),
		event(5, "session.start", "ada"),
		event(4, "session.start", "ada"),
		event(3, "session.start", "ada"),
		event(2, "key.disable", "a"),
	]);

	expect(runs.map(({ event: { id }, times }) => [id, times])).toEqual([
		["event-6", 1],
		["event-5", 3],
		["event-2", 1],
	]);
});

test("another action, another thing or another person begins a new one", () => {
	const runs = foldRuns([
		event(4, "key.disable", "a"),
		event(3, "key.enable", "a"),
		event(2, "key.enable", "b"),
		event(1, "key.enable", "b", null),
	]);

	expect(runs.map(({ times }) => times)).toEqual([1, 1, 1, 1]);
});

test("nothing folds to nothing", () => {
	expect(foldRuns([])).toEqual([]);
});
