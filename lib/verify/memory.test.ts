import { describe, expect, onTestFinished, test, vi } from "vitest";
import { newId } from "#lib/core/ids.ts";
import type { SecretRow } from "#lib/data/verify-lookup.ts";
import { secretRow } from "#lib/testing/secret-row.ts";
import { type Bounds, isStale, Memory } from "./memory.ts";

const memoryOf = (bounds: Partial<Bounds> = {}) =>
	new Memory({ entries: 1_000, bytes: 1_000_000, ...bounds });

const remember = (memory: Memory, id: string, row: SecretRow, agencyRow = row) =>
	memory.set(id, row, agencyRow, { readAt: 0, epoch: 1 });

const keysChange = (...keyIds: string[]) => ({ kind: "keys", keyIds }) as const;

describe("what is known", () => {
	test("is found by the text's digest until a change of the key is heard", () => {
		const memory = memoryOf();
		const [first, second] = [secretRow(), secretRow()];
		const known = remember(memory, "first", first);
		remember(memory, "second", second);
		expect(memory.find("first")).toBe(known);

		memory.forget(keysChange(first.key_id, newId()));

		expect(memory.find("first")).toBeUndefined();
		expect(memory.holds(known)).toBe(false);
		expect(memory.find("second")).toMatchObject({ keyId: second.key_id });
		expect(memory.entries).toBe(1);
	});

	test.each([
		["a", "b", "c"],
		["c", "b", "a"],
		["b", "a", "c"],
	])("of several secrets of a key leaves together, whichever was used last (%s, %s, %s)", (...used) => {
		const memory = memoryOf({ entries: 3 });
		const row = secretRow();
		for (const id of ["a", "b", "c"]) remember(memory, id, row);
		for (const id of used) memory.find(id);
		remember(memory, "another key's", secretRow({ agency_id: row.agency_id }));
		expect(memory.find(used[0] ?? "")).toBeUndefined();

		memory.forget(keysChange(row.key_id));

		expect(["a", "b", "c"].map((id) => memory.find(id))).toEqual([undefined, undefined, undefined]);
		expect(memory.entries).toBe(1);
	});

	test("is replaced by what is read later, without a trace of the earlier", () => {
		const memory = memoryOf();
		const row = secretRow();
		const before = remember(memory, "id", row);
		const after = remember(memory, "id", { ...row, enabled: false });

		expect(memory.find("id")).toBe(after);
		expect([memory.holds(before), memory.holds(after)]).toEqual([false, true]);
		memory.forget(keysChange(row.key_id));
		expect(memory.entries).toBe(0);
	});

	test("is all forgotten at once when everything may have changed", () => {
		const memory = memoryOf();
		const known = [secretRow(), secretRow()].map((row) => remember(memory, row.key_id, row));
		memory.setUnknown("unknown");

		memory.forget({ kind: "all" });

		expect([memory.entries, memory.bytes, memory.isUnknown("unknown")]).toEqual([0, 0, false]);
		expect(known.map((each) => memory.holds(each))).toEqual([false, false]);
	});
});

describe("the facts of an agency", () => {
	const [agencyId, here] = [newId(), newId()];
	const row = (changes: Partial<SecretRow> = {}) =>
		secretRow({ agency_id: agencyId, agency_location_ids: [here], ...changes });

	test("are held once for all of its keys, also for those whose row came without them", () => {
		const memory = memoryOf();
		const first = remember(memory, "first", row());
		const second = remember(memory, "second", row({ agency_location_ids: null }), row());

		expect(second.agency).toBe(first.agency);
		expect(second.agency.locations.ids).toEqual([here]);
	});

	test("are unfit for all of its keys once a change of the agency is heard, and for no others", () => {
		const memory = memoryOf();
		const ours = [remember(memory, "first", row()), remember(memory, "second", row())];
		const theirs = remember(memory, "theirs", secretRow());

		memory.forget({ kind: "agency", agencyId });

		expect(ours.map(isStale)).toEqual([true, true]);
		expect(isStale(theirs)).toBe(false);
		expect(isStale(remember(memory, "first", row()))).toBe(false);
		expect(ours[1] && memory.holds(ours[1]) && isStale(ours[1])).toBe(true);
	});

	test.each<[string, Partial<SecretRow>]>([
		["suspended", { agency_suspended: true }],
		["without a location", { agency_location_ids: [] }],
		["with another location", { agency_location_ids: [here, newId()] }],
		["with a suspended location", { suspended_location_ids: [here] }],
	])("that are read anew as %s make those before unfit", (_name, changes) => {
		const memory = memoryOf();
		const before = remember(memory, "first", row());

		const after = remember(memory, "second", row(changes));

		expect([isStale(before), isStale(after)]).toEqual([true, false]);
	});

	test("that are read anew as they were stay", () => {
		const memory = memoryOf();
		const before = remember(memory, "first", row());

		expect(remember(memory, "first", row()).agency).toBe(before.agency);
		expect(isStale(before)).toBe(false);
	});

	test("are let go with the last of its keys, and not before", () => {
		const memory = memoryOf();
		const [first, second] = [row(), row()];
		const { agency } = remember(memory, "first", first);
		remember(memory, "second", second);

		memory.forget(keysChange(first.key_id));
		expect(remember(memory, "third", row()).agency).toBe(agency);
		for (const id of ["second", "third"]) memory.forget(keysChange(memory.find(id)?.keyId ?? ""));

		expect(remember(memory, "fourth", row()).agency).not.toBe(agency);
	});
});

describe("the bounds", () => {
	test("of entries hold, and the longest unused leaves first", () => {
		const memory = memoryOf({ entries: 3 });
		for (const id of ["a", "b", "c"]) remember(memory, id, secretRow());
		memory.find("a");

		remember(memory, "d", secretRow());

		expect(memory.entries).toBe(3);
		expect(["a", "b", "c", "d"].filter((id) => memory.find(id))).toEqual(["a", "c", "d"]);
	});

	test("of bytes hold, counting titles and chosen locations", () => {
		const memory = memoryOf({ bytes: 20_000 });
		const places = Array.from({ length: 50 }, newId);
		for (let made = 0; made < 100; made++) {
			remember(
				memory,
				`${made}`,
				secretRow({ title: "x".repeat(80), agency_location_ids: places, chosen_location_ids: places }),
			);
		}

		expect(memory.bytes).toBeLessThanOrEqual(20_000);
		expect(memory.entries).toBe(3);
	});

	// What is not kept must not be waited for when it changes, either.
	test("let an entry that alone is too large be answered, not kept", () => {
		const memory = memoryOf({ bytes: 20_000 });
		const places = Array.from({ length: 500 }, newId);
		const row = secretRow({ agency_location_ids: places, chosen_location_ids: places });

		const known = remember(memory, "large", row);

		expect(known.chosenLocations?.ids).toHaveLength(500);
		expect([memory.find("large"), memory.entries]).toEqual([undefined, 0]);
		memory.forget(keysChange(row.key_id));
		expect(memory.entries).toBe(0);
	});
});

describe("a text that is known to be no key", () => {
	test("is remembered for a second", () => {
		vi.useFakeTimers({ toFake: ["setTimeout"] });
		const clock = vi.spyOn(performance, "now").mockReturnValue(5_000);
		onTestFinished(() => {
			vi.useRealTimers();
			clock.mockRestore();
		});
		const isUnknownAt = (now: number) => {
			clock.mockReturnValue(now);
			vi.runAllTimers();
			return memory.isUnknown("unknown");
		};
		const memory = memoryOf();

		memory.setUnknown("unknown");

		expect([6_000, 6_001].map(isUnknownAt)).toEqual([true, false]);
	});

	test("is remembered apart from the keys, with at most ten thousand others", () => {
		const memory = memoryOf({ entries: 1 });
		remember(memory, "known", secretRow());

		for (let guess = 0; guess <= 10_000; guess++) memory.setUnknown(`${guess}`);

		expect([memory.isUnknown("0"), memory.isUnknown("1"), memory.isUnknown("10000")]).toEqual([
			false,
			true,
			true,
		]);
		expect(memory.find("known")).toBeDefined();
	});

	test("is a key no more", () => {
		const memory = memoryOf();
		remember(memory, "id", secretRow());

		memory.setUnknown("id");

		expect(memory.find("id")).toBeUndefined();
	});
});
