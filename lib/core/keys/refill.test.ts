import { expect, test } from "vitest";
import { isSameRefill, type Refill, refillColumns, refillOf } from "./refill.ts";

const refills: (Refill | null)[] = [
	null,
	{ amount: 1, every: "DAY" },
	{ amount: 2, every: "DAY" },
	{ amount: 1_000_000_000_000, every: "MONTH", day: 1 },
	{ amount: 1_000_000_000_000, every: "MONTH", day: 31 },
];

test.each(refills)("%o is read as it was stored", (refill) => {
	expect(refillOf(refillColumns(refill))).toEqual(refill);
});

test("a refill is the same as itself alone", () => {
	for (const [at, one] of refills.entries()) {
		for (const [index, other] of refills.entries()) {
			expect(isSameRefill(one, structuredClone(other)), `${at} and ${index}`).toBe(at === index);
		}
	}
});
