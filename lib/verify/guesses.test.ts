import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Guesses } from "./guesses.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const guessFrom = async (guesses: Guesses, address: string | null, times: number) => {
	for (let guess = 0; guess < times; guess++) await guesses.count(address);
};
/** How many of so many look-ups are let through. */
const letThrough = async (guesses: Guesses, address: string | null, times: number) => {
	let count = 0;
	for (let ask = 0; ask < times; ask++) if (await guesses.mayLookUp(address)) count++;
	return count;
};

describe("look-ups from a network", () => {
	test("are free up to sixty wrong guesses in a minute, and then ten a second", async () => {
		const guesses = new Guesses();
		await guessFrom(guesses, "203.0.113.7", 60);
		expect(await letThrough(guesses, "203.0.113.7", 100)).toBe(100);

		await guessFrom(guesses, "203.0.113.7", 1);

		expect(await letThrough(guesses, "203.0.113.7", 100)).toBe(10);
		await vi.advanceTimersByTimeAsync(1_001);
		expect(await letThrough(guesses, "203.0.113.7", 100)).toBe(10);
	});

	test("are free again a minute later", async () => {
		const guesses = new Guesses();
		await guessFrom(guesses, "203.0.113.7", 1_000);

		await vi.advanceTimersByTimeAsync(60_001);

		expect(await letThrough(guesses, "203.0.113.7", 100)).toBe(100);
	});

	test.each([
		["203.0.113.7", "203.0.113.8"],
		["2001:db8:1:2::1", "2001:db8:1:3::1"],
	])("from %s are nothing to %s", async (guesser, honest) => {
		const guesses = new Guesses();
		await guessFrom(guesses, guesser, 100);

		expect(await letThrough(guesses, honest, 100)).toBe(100);
	});

	test("from one IPv6 site are counted together", async () => {
		const guesses = new Guesses();
		for (let host = 0; host < 61; host++) await guesses.count(`2001:db8:1:2::${host.toString(16)}`);

		expect(await letThrough(guesses, "2001:db8:1:2:ffff::1", 100)).toBe(10);
	});

	test("from an address that nobody knows are nobody's to limit", async () => {
		const guesses = new Guesses();
		await guessFrom(guesses, null, 1_000);

		expect(await letThrough(guesses, null, 1_000)).toBe(1_000);
	});
});
