import { expect, test } from "vitest";
import { afterAttempt, RETRY_DELAYS_MS } from "./webhook-retries.ts";

const HOUR_MS = 3_600_000;

test("attempts go on for three days", () => {
	const whole = RETRY_DELAYS_MS.reduce((sum, delay) => sum + delay, 0);

	expect(whole / HOUR_MS).toBeGreaterThan(71);
	expect(whole / HOUR_MS).toBeLessThanOrEqual(72);
});

test.each([200, 201, 202, 204, 299])("%i means that it was delivered", (status) => {
	expect(afterAttempt(status, 1, 0)).toEqual({ state: "DELIVERED" });
});

test.each([null, 100, 301, 304, 400, 401, 404, 408, 429, 500, 503])(
	"%s means that it is tried again",
	(status) => {
		expect(afterAttempt(status, 1, 0.5)).toEqual({ state: "PENDING", afterMs: 5_000 });
		expect(afterAttempt(status, 14, 0.5)).toEqual({ state: "PENDING", afterMs: 8 * HOUR_MS });
	},
);

test("pauses differ by a tenth either way", () => {
	expect(afterAttempt(500, 6, 0)).toEqual({ state: "PENDING", afterMs: 54 * 60_000 });
	expect(afterAttempt(500, 6, 1)).toEqual({ state: "PENDING", afterMs: 66 * 60_000 });
});

test("after the last pause it is parked, and at once when the receiver is gone for good", () => {
	expect(afterAttempt(500, 15, 0)).toEqual({ state: "PARKED" });
	expect(afterAttempt(410, 1, 0)).toEqual({ state: "PARKED" });
});
