import { expect, test } from "vitest";
import { sortUsage, stepStarts } from "./usage-periods.ts";

const now = new Date("2026-03-02T12:34:56Z");
const text = (dates: readonly Date[]) => dates.map((date) => date.toISOString());

test.each([
	["24h", 24, "2026-03-01T13:00:00.000Z", "2026-03-02T12:00:00.000Z"],
	["30d", 30, "2026-02-01T00:00:00.000Z", "2026-03-02T00:00:00.000Z"],
	["12m", 12, "2025-04-01T00:00:00.000Z", "2026-03-01T00:00:00.000Z"],
] as const)("%s has %i steps, and the last is that of now", (period, many, first, last) => {
	const starts = text(stepStarts(period, now));

	expect(starts).toHaveLength(many);
	expect([starts[0], starts.at(-1)]).toEqual([first, last]);
});

test("months follow each other whatever their length", () => {
	const starts = text(stepStarts("12m", new Date("2026-03-31T00:00:00Z")));

	expect(starts.slice(-3)).toEqual([
		"2026-01-01T00:00:00.000Z",
		"2026-02-01T00:00:00.000Z",
		"2026-03-01T00:00:00.000Z",
	]);
});

test("counts are sorted into their steps, and what lies outside is left out", () => {
	const hour = new Date("2026-03-02T12:00:00Z");
	const counts = [
		{ at: hour, verdict: "RATE_LIMITED", uses: 2 },
		{ at: hour, verdict: "VALID", uses: 5 },
		{ at: new Date("2026-03-01T13:00:00Z"), verdict: "VALID", uses: 3 },
		{ at: new Date("2026-03-01T12:00:00Z"), verdict: "VALID", uses: 100 },
	] as const;

	const { steps, totals } = sortUsage(counts, "24h", now);

	expect(steps.at(0)?.counts).toEqual({ VALID: 3 });
	expect(steps.at(-1)?.counts).toEqual({ VALID: 5, RATE_LIMITED: 2 });
	expect(totals).toEqual([
		{ verdict: "VALID", uses: 8 },
		{ verdict: "RATE_LIMITED", uses: 2 },
	]);
});
