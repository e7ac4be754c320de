import { describe, expect, test } from "vitest";
import { type Clocks, findClockFault } from "./job-clock.ts";

const NOON = new Date("2026-03-02T12:00:00Z");
const days = (count: number) => new Date(NOON.getTime() + count * 86_400_000);
const clocks = (given: Partial<Clocks>): Clocks => ({
	now: NOON,
	databaseNow: NOON,
	lastNow: NOON,
	...given,
});

describe("a job that goes by the clock", () => {
	test.each([
		["runs for the first time ever", { lastNow: null }],
		["runs an hour after its last run", { lastNow: days(-1 / 24) }],
		["runs a day after its last run", { lastNow: days(-1) }],
		["runs with a clock that is a day ahead of the database's", { now: days(1), databaseNow: NOON }],
		["runs with a clock that was set back by less than a day", { lastNow: days(0.9) }],
	])("%s", (_promise, given) => {
		expect(findClockFault(clocks(given))).toBeNull();
	});

	test.each([
		["ahead of", 1.01],
		["far ahead of", 400],
		["behind", -1.01],
	])("is refused with a clock %s the database's, also on its first run", (_how, away) => {
		expect(findClockFault(clocks({ now: days(away), lastNow: null }))).toBe("database");
		expect(findClockFault(clocks({ now: days(away), lastNow: days(away) }))).toBe("database");
	});

	test.each([
		["both clocks have jumped forward", 30],
		["both clocks have jumped back", -30],
		["nothing has run for four days", 4],
	])("is refused once when %s, and not again", (_why, away) => {
		const later = { now: days(away), databaseNow: days(away) };

		expect(findClockFault(clocks(later))).toBe("last run");
		expect(
			findClockFault({ now: days(away + 1 / 24), databaseNow: days(away + 1 / 24), lastNow: later.now }),
		).toBeNull();
	});

	test("is refused again when the clock goes on jumping", () => {
		expect(findClockFault({ now: days(8), databaseNow: days(8), lastNow: days(4) })).toBe("last run");
	});
});
