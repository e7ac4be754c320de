import { describe, expect, test } from "vitest";
import { sortUsage, usageRange } from "./usage-steps.ts";

const now = new Date("2026-03-31T12:34:56Z");
const range = (period: "48h" | "90d" | "12m") => {
	const { from, to } = usageRange(period, now);
	return [from.toISOString().slice(0, 16), to.toISOString().slice(0, 16)];
};

test.each([
	["48h", ["2026-03-29T13:00", "2026-03-31T13:00"]],
	["90d", ["2026-01-01T00:00", "2026-04-01T00:00"]],
	["12m", ["2025-04-01T00:00", "2026-04-01T00:00"]],
] as const)("%s ends with the step that is now", (period, expected) => {
	expect(range(period)).toEqual(expected);
});

describe("counts", () => {
	test("of days add up to months, by verdict", () => {
		const steps = sortUsage(
			[
				{ at: "2026-03-01T00:00:00.000Z", verdict: "VALID", uses: 2 },
				{ at: "2026-03-31T00:00:00.000Z", verdict: "VALID", uses: 3 },
				{ at: "2026-03-31T00:00:00.000Z", verdict: "EXPIRED", uses: 4 },
				{ at: "2025-04-30T00:00:00.000Z", verdict: "VALID", uses: 5 },
			],
			"12m",
			now,
		);

		expect(steps).toHaveLength(12);
		expect(steps.at(0)).toEqual({ start: "2025-04-01T00:00:00.000Z", counts: { VALID: 5 } });
		expect(steps.at(-1)).toEqual({ start: "2026-03-01T00:00:00.000Z", counts: { VALID: 5, EXPIRED: 4 } });
	});

	test("outside of the period are left out, and no step is", () => {
		const steps = sortUsage([{ at: "2026-03-29T12:00:00.000Z", verdict: "VALID", uses: 1 }], "48h", now);

		expect(steps).toHaveLength(48);
		expect(steps.every(({ counts }) => Object.keys(counts).length === 0)).toBe(true);
	});
});
