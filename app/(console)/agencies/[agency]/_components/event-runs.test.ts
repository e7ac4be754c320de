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
	const runs = foldRuns(
		[
			event(6, "key.disable", "a"),
			event(5, "session.start", "ada"),
			event(4, "session.start", "ada"),
			event(3, "session.start", "ada"),
			event(2, "key.disable", "a"),
		],
		false,
	);

	expect(runs.map(({ event: { id }, times }) => [id, times])).toEqual([
		["event-6", 1],
		["event-5", 3],
		["event-2", 1],
	]);
});

test("another action, another thing or another person begins a new one", () => {
	const runs = foldRuns(
		[
			event(4, "key.disable", "a"),
			event(3, "key.enable", "a"),
			event(2, "key.enable", "b"),
			event(1, "key.enable", "b", null),
		],
		false,
	);

	expect(runs.map(({ times }) => times)).toEqual([1, 1, 1, 1]);
});

test("strangers from two addresses are two", () => {
	const stranger = (seq: number, address: string) => ({ ...event(seq, "key.refuse", "a", null), address });
	const runs = foldRuns(
		[stranger(3, "192.0.2.1"), stranger(2, "192.0.2.1"), stranger(1, "192.0.2.2")],
		false,
	);

	expect(runs.map(({ times }) => times)).toEqual([2, 1]);
});

test("a run that was not read to its end may go on", () => {
	const events = [event(3, "key.disable", "a"), event(2, "key.enable", "a"), event(1, "key.enable", "a")];

	expect(foldRuns(events, true).map(({ mayGoOn }) => mayGoOn)).toEqual([false, true]);
	expect(foldRuns(events, false).map(({ mayGoOn }) => mayGoOn)).toEqual([false, false]);
});

test("nothing folds to nothing", () => {
	expect(foldRuns([], true)).toEqual([]);
});
