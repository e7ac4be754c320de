import { expect, test } from "vitest";
import { median, quantile, spread } from "./statistics.ts";

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

test.each([
	[[3, 1, 2], 2],
	[[4, 1, 2, 3], 2.5],
	[[7], 7],
])("the median of %j is %d", (values, expected) => {
	expect(median(values)).toBe(expected);
});

test.each([
	[0.5, 50],
	[0.99, 99],
	[1, 100],
])("%d of the numbers up to 100 lie at or below %d", (share, expected) => {
	expect(quantile(hundred, share)).toBe(expected);
});

test("values that are alike have no spread, others have theirs by the median", () => {
	expect(spread([5, 5, 5])).toBe(0);
	expect(spread([9, 10, 11])).toBeCloseTo(0.2);
});

test("nothing has no median", () => {
	expect(median([])).toBeNaN();
	expect(quantile([], 0.99)).toBeNaN();
});
