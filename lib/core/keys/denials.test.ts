import { expect, test } from "vitest";
import { DENIAL_PERIOD_NAMES, DENIAL_PERIODS, denialRange, sortDenials } from "./denials.ts";

const NOW = new Date("2026-03-02T12:34:56.000Z");

test("the last 24 hours end with the hour that is under way", () => {
	expect(denialRange("24h", NOW)).toEqual({
		from: new Date("2026-03-01T13:00:00Z"),
		to: new Date("2026-03-02T13:00:00Z"),
	});
});

test("days are those of UTC, and today is one of them", () => {
	expect(denialRange("7d", NOW)).toEqual({
		from: new Date("2026-02-24T00:00:00Z"),
		to: new Date("2026-03-03T00:00:00Z"),
	});
});

test.each(DENIAL_PERIOD_NAMES)(
	"over %s there is a step for every hour or day, also where nothing was",
	(period) => {
		const denials = sortDenials([], period, NOW);

		expect(denials.steps).toHaveLength(DENIAL_PERIODS[period].steps);
		expect(denials).toMatchObject({ total: 0, most: 0, reasons: [] });
	},
);

test("counts are sorted by step and reason, and good uses are left out", () => {
	const at = "2026-03-02T12:00:00.000Z";
	const before = "2026-03-02T11:00:00.000Z";

	const denials = sortDenials(
		[
			{ at: before, verdict: "RATE_LIMITED", uses: 5 },
			{ at, verdict: "VALID", uses: 1_000 },
			{ at, verdict: "RATE_LIMITED", uses: 2 },
			{ at, verdict: "DISABLED", uses: 1 },
		],
		"24h",
		NOW,
	);

	expect(denials.steps.at(-1)).toEqual({ at, total: 3, counts: { RATE_LIMITED: 2, DISABLED: 1 } });
	expect(denials.steps.at(-2)).toEqual({ at: before, total: 5, counts: { RATE_LIMITED: 5 } });
	expect(denials.reasons.map(({ verdict, total }) => [verdict, total])).toEqual([
		["DISABLED", 1],
		["RATE_LIMITED", 7],
	]);
	expect(denials).toMatchObject({ total: 8, most: 5 });
});
