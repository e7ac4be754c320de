import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Guesses } from "./guesses.ts";

beforeEach(() => {
	vi.useFakeTimers();
	// What is set at zero has no age for the cache below.
	vi.advanceTimersByTime(1);
});
afterEach(() => void vi.useRealTimers());

const from = (address: string | null, teller: string | null = null) =>
	address === null ? null : { address, teller };

const guessFrom = (guesses: Guesses, address: string | null, times: number) => {
	for (let guess = 0; guess < times; guess++) guesses.count(from(address));
};
/** How many of so many look-ups are let through. */
const letThrough = (
	guesses: Guesses,
	address: string | null,
	times: number,
	teller: string | null = null,
) => {
	let count = 0;
	for (let ask = 0; ask < times; ask++) if (guesses.mayLookUp(from(address, teller))) count++;
	return count;
};

describe("look-ups from a network", () => {
	test("are free up to sixty wrong guesses in a minute, and then ten a second", () => {
		const guesses = new Guesses();
		guessFrom(guesses, "203.0.113.7", 60);
		expect(letThrough(guesses, "203.0.113.7", 100)).toBe(100);

		guessFrom(guesses, "203.0.113.7", 1);

		expect(letThrough(guesses, "203.0.113.7", 100)).toBe(10);
		vi.advanceTimersByTime(1_001);
		expect(letThrough(guesses, "203.0.113.7", 100)).toBe(10);
	});

	test("are free again a minute later", () => {
		const guesses = new Guesses();
		guessFrom(guesses, "203.0.113.7", 1_000);

		vi.advanceTimersByTime(60_001);

		expect(letThrough(guesses, "203.0.113.7", 100)).toBe(100);
	});

	test.each([
		["203.0.113.7", "203.0.113.8"],
		["2001:db8:1:2::1", "2001:db8:1:3::1"],
	])("from %s are nothing to %s", (guesser, honest) => {
		const guesses = new Guesses();
		guessFrom(guesses, guesser, 100);

		expect(letThrough(guesses, honest, 100)).toBe(100);
	});

	test("from one IPv6 site are counted together", () => {
		const guesses = new Guesses();
		for (let host = 0; host < 61; host++) guesses.count(from(`2001:db8:1:2::${host.toString(16)}`));

		expect(letThrough(guesses, "2001:db8:1:2:ffff::1", 100)).toBe(10);
	});

	test("from an address that nobody knows are nobody's to limit", () => {
		const guesses = new Guesses();
		guessFrom(guesses, null, 1_000);

		expect(letThrough(guesses, null, 1_000)).toBe(1_000);
	});

	test("told of by one agency are nothing to another, nor to what we see ourselves", () => {
		const guesses = new Guesses();
		for (let guess = 0; guess < 100; guess++) guesses.count(from("203.0.113.7", "ours"));

		expect(letThrough(guesses, "203.0.113.7", 100, "ours")).toBe(10);
		expect(letThrough(guesses, "203.0.113.7", 100, "theirs")).toBe(100);
		expect(letThrough(guesses, "203.0.113.7", 100)).toBe(100);
	});
});
