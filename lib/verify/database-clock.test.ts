import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DatabaseClock } from "./database-clock.ts";

const NOON = Date.parse("2026-03-02T12:00:00Z");

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

type Sample = { databaseNow: number; sentAt: number; receivedAt: number };

/** What time the clock tells right after its samples. */
function told(samples: readonly Sample[]) {
	const clock = new DatabaseClock();
	const start = performance.now();
	for (const { databaseNow, sentAt, receivedAt } of samples) {
		clock.sample(new Date(databaseNow), start + sentAt, start + receivedAt);
	}
	vi.advanceTimersByTime(samples.at(-1)?.receivedAt ?? 0);
	return clock.now();
}

describe("the database's time", () => {
	test.each<[string, Sample[], number]>([
		["is the machine's until the database was asked", [], 0],
		["is what the database says", [{ databaseNow: NOON, sentAt: 0, receivedAt: 0 }], NOON],
		["was that half-way", [{ databaseNow: NOON, sentAt: 0, receivedAt: 100 }], NOON + 50],
		[
			"is what the shorter way told, when it comes second",
			[
				{ databaseNow: NOON, sentAt: 0, receivedAt: 100 },
				{ databaseNow: NOON + 500, sentAt: 200, receivedAt: 210 },
			],
			NOON + 505,
		],
		[
			"is what the shorter way told, when it came first",
			[
				{ databaseNow: NOON, sentAt: 0, receivedAt: 10 },
				{ databaseNow: NOON + 5_000, sentAt: 100, receivedAt: 1_000 },
			],
			NOON + 995,
		],
		[
			"is what the longer way told once the shorter is a minute old",
			[
				{ databaseNow: NOON, sentAt: 0, receivedAt: 10 },
				{ databaseNow: NOON + 70_000, sentAt: 60_000, receivedAt: 60_100 },
			],
			NOON + 70_050,
		],
		[
			"follows a database whose time was set back",
			[
				{ databaseNow: NOON, sentAt: 0, receivedAt: 10 },
				{ databaseNow: NOON - 3_600_000, sentAt: 500, receivedAt: 505 },
			],
			NOON - 3_600_000 + 2.5,
		],
	])("%s", (_name, samples, expected) => {
		expect(told(samples)).toBeCloseTo(expected, 3);
	});

	test("goes on by itself, whatever the machine's clock is set to", () => {
		const clock = new DatabaseClock();
		clock.sample(new Date(NOON), performance.now(), performance.now());

		vi.setSystemTime(0);
		vi.advanceTimersByTime(1_234);

		expect(clock.now()).toBeCloseTo(NOON + 1_234, 3);
	});
});
