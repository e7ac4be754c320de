import { expect, test } from "vitest";
import {
	admitAttempt,
	admitLink,
	countWrongCode,
	forgiveAttempt,
	forgiveLink,
	takeAttemptBack,
} from "./throttle.ts";

let made = 0;
const somebody = () => `person-${++made}@example.test`;
const somewhere = () => `198.18.${++made >> 8}.${made & 255}`;

async function admitted(attempts: { email: string; address: string }[]) {
	let count = 0;
	for (const attempt of attempts) if (await admitAttempt(attempt)) count++;
	return count;
}
const times = <T>(count: number, make: () => T) => Array.from({ length: count }, make);

test("eight guesses at one account from one address are looked at, and no more", async () => {
	const [email, address] = [somebody(), somewhere()];

	expect(await admitted(times(50, () => ({ email, address })))).toBe(8);
});

test("who guesses elsewhere does not lock the owner out at home", async () => {
	const email = somebody();
	const guesser = somewhere();
	await admitted(times(50, () => ({ email, address: guesser })));

	expect(await admitAttempt({ email, address: somewhere() })).toBe(true);
});

test("one address gets sixty tries at as many accounts", async () => {
	const address = somewhere();

	expect(await admitted(times(100, () => ({ email: somebody(), address })))).toBe(60);
});

test("one account gets twenty-five tries from as many addresses", async () => {
	const email = somebody();

	expect(await admitted(times(150, () => ({ email, address: somewhere() })))).toBe(25);
});

test("signing in takes the tries before it back", async () => {
	const attempt = { email: somebody(), address: somewhere() };
	await admitted(times(7, () => attempt));
	await admitAttempt(attempt);

	await forgiveAttempt(attempt);

	expect(await admitted(times(50, () => attempt))).toBe(8);
});

test("guesses that come at once are counted one by one", async () => {
	const attempt = { email: somebody(), address: somewhere() };

	const results = await Promise.all(times(50, () => admitAttempt(attempt)));

	expect(results.filter(Boolean)).toHaveLength(8);
});

test("one address cannot use up the tries of an account", async () => {
	const email = somebody();
	const guesser = somewhere();
	await admitted(times(500, () => ({ email, address: guesser })));

	const others = await admitted(times(50, () => ({ email, address: somewhere() })));

	expect(others).toBe(25 - 8);
});

test("the addresses of one IPv6 subscriber count as one", async () => {
	const email = somebody();
	const tries = times(50, () => ({ email, address: `2001:db8:1:2::${(++made).toString(16)}` }));

	expect(await admitted(tries)).toBe(8);
});

test("a ticket is worth nothing after the fifth wrong code, and others go on", async () => {
	const ticket = somebody();

	const counted = [];
	for (let wrong = 0; wrong < 5; wrong++) counted.push(await countWrongCode(ticket));

	expect(counted).toEqual([false, false, false, false, true]);
	expect(await countWrongCode(somebody())).toBe(false);
});

// Whoever keeps the queue full would otherwise guess on and on.
test("a password that could not be looked at gives back its own try, and no other", async () => {
	const attempt = { email: somebody(), address: somewhere() };
	await admitted(times(7, () => attempt));
	await admitAttempt(attempt);

	await takeAttemptBack(attempt);

	expect(await admitted(times(50, () => attempt))).toBe(1);
});

// Any page of the web can have its readers' browsers open such links.
test("links that do not exist are counted, and keep nobody from signing in", async () => {
	const address = somewhere();

	const results = await Promise.all(times(500, () => admitLink(address)));

	expect(results.filter(Boolean)).toHaveLength(60);
	expect(await admitAttempt({ email: somebody(), address })).toBe(true);
});

test("links that exist are not counted", async () => {
	const address = somewhere();

	for (let opened = 0; opened < 100; opened++) {
		expect(await admitLink(address)).toBe(true);
		await forgiveLink(address);
	}
});
