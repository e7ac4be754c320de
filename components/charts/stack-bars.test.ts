import { expect, test } from "vitest";
import { namedSteps, stackBars } from "./stack-bars.ts";

const step = (good: number, bad: number) => ({ start: "2026-11-22T00:00:00.000Z", counts: { good, bad } });

test("the parts of a bar stand on one another and stay inside the picture", () => {
	const { bars } = stackBars([step(60, 40), step(1_000, 0)], ["good", "bad"], 100);

	const [good, bad] = bars[0]?.parts ?? [];
	expect((bad?.y ?? 0) + (bad?.height ?? 0)).toBeLessThanOrEqual(good?.y ?? 0);
	expect(Math.min(...bars.flatMap(({ parts }) => parts.map(({ y }) => y)))).toBeGreaterThanOrEqual(0);
});

test("one among a million is still to be seen", () => {
	const { bars } = stackBars([step(1_000_000, 1)], ["good", "bad"], 100);

	expect(bars[0]?.parts.find(({ id }) => id === "bad")?.height).toBeGreaterThanOrEqual(2);
});

test("lines are drawn at round whole numbers", () => {
	const { ticks } = stackBars([step(3, 0)], ["good", "bad"], 100);

	expect(ticks.map(({ value }) => value)).toEqual([0, 1, 2, 3]);
});

test.each([
	[0, []],
	[1, [0]],
	[2, [0, 1]],
	[24, [0, 6, 12, 17, 23]],
])("of %i steps the first, the last and some between are named", (many, named) => {
	expect(namedSteps(many, 5)).toEqual(named);
});
