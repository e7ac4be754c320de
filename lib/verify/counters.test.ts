import { expect, test } from "vitest";
import { LATENCY_BOUNDS, newCounters, noteLatency } from "./counters.ts";

test("a call belongs to the first bucket that it is not slower than, and to the last when it is slower than all", () => {
	const counters = newCounters();
	const [first = 0, second = 0] = LATENCY_BOUNDS;

	for (const seconds of [0, first, first + 1e-9, second, 1, 1.001, 3_600]) noteLatency(counters, seconds);

	const { buckets, calls } = counters.latency;
	expect([...buckets.slice(0, 3)]).toEqual([2, 2, 0]);
	expect([...buckets.slice(-2)]).toEqual([1, 2]);
	expect(calls).toBe(7);
});

test("the bounds grow", () => {
	expect([...LATENCY_BOUNDS].sort((a, b) => a - b)).toEqual([...LATENCY_BOUNDS]);
});
