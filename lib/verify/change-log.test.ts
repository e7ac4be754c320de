import { describe, expect, test } from "vitest";
import { secretRow } from "#lib/testing/secret-row.ts";
import { ChangeLog } from "./change-log.ts";

const row = secretRow();
const ofKey = { kind: "keys", keyIds: ["another", row.key_id] } as const;
const ofAnotherKey = { kind: "keys", keyIds: ["another"] } as const;
const ofAgency = { kind: "agency", agencyId: row.agency_id } as const;
const ofAnotherAgency = { kind: "agency", agencyId: "another" } as const;
const all = { kind: "all" } as const;

describe("a look-up is touched", () => {
	test.each([
		["its key", ofKey, true],
		["another key", ofAnotherKey, false],
		["its agency", ofAgency, true],
		["another agency", ofAnotherAgency, false],
		["everything", all, true],
	] as const)("by a change of %s while it is under way: %j → %s", (_name, change, isTouched) => {
		const log = new ChangeLog();
		const since = log.begin();

		log.add(change);

		expect(log.touches(since, row)).toBe(isTouched);
	});

	test("by no change of a key when it found nothing, but by one of everything", () => {
		const log = new ChangeLog();
		const since = log.begin();
		log.add(ofKey);
		log.add(ofAgency);
		expect(log.touches(since, null)).toBe(false);

		log.add(all);

		expect(log.touches(since, null)).toBe(true);
	});

	test("by no change from before it began", () => {
		const log = new ChangeLog();
		log.add(ofKey);
		const first = log.begin();
		log.add(ofKey);
		const second = log.begin();

		expect([log.touches(first, row), log.touches(second, row)]).toEqual([true, false]);
	});

	test("by a change that came while it was under way, though others that began later are over", () => {
		const log = new ChangeLog();
		const [first, second] = [log.begin(), log.begin()];
		log.add(ofKey);
		log.end(second);
		log.end(log.begin());

		expect(log.touches(first, row)).toBe(true);
	});
});

test("a look-up that began later is judged by its own changes when the first is over", () => {
	const log = new ChangeLog();
	const first = log.begin();
	log.add(ofKey);
	const second = log.begin();
	log.add(ofAnotherKey);
	log.end(first);

	expect(log.touches(second, row)).toBe(false);
	log.add(ofKey);
	expect(log.touches(second, row)).toBe(true);
});

// Nobody knows any more what it has missed.
test("a look-up under way during more than ten thousand changes counts as touched", () => {
	const log = new ChangeLog();
	const since = log.begin();

	for (let change = 0; change < 10_000; change++) log.add(ofAnotherKey);
	expect(log.touches(since, row)).toBe(false);
	log.add(ofAnotherKey);

	expect(log.touches(since, row)).toBe(true);
	expect(log.touches(log.begin(), row)).toBe(false);
});
