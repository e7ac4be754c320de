import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { processWide } from "#lib/config/process-wide.ts";
import { networkOf } from "#lib/core/addresses.ts";

const DURATION_SECONDS = 15 * 60;

/**
 * Failed sign-ins, counted three ways. The pair of account and address stops the usual guesser without locking the
 * owner out elsewhere; the other two stop one who spreads over accounts or over addresses. Asked in this order, and
 * the first refusal ends it: a single address cannot use up an account's tries, nor the memory for the names it makes up.
 */
const limiters = () =>
	processWide("sign-in-throttle", () => [
		{ limiter: limiter("address", 60), name: ({ address }: Attempt) => networkOf(address) },
		{
			limiter: limiter("pair", 8),
			name: (attempt: Attempt) => digest(attempt.email, networkOf(attempt.address)),
		},
		{ limiter: limiter("account", 25), name: ({ email }: Attempt) => digest(email) },
	]);

const limiter = (keyPrefix: string, points: number) =>
	new RateLimiterMemory({ keyPrefix, points, duration: DURATION_SECONDS });

/** Counts one more under a name. Null when there is room; otherwise the seconds to wait. */
async function secondsToWait(counted: RateLimiterMemory, name: string): Promise<number | null> {
	try {
		await counted.consume(name);
		return null;
	} catch (refusal) {
		if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1_000);
		throw refusal;
	}
}

const hasRoom = async (counted: RateLimiterMemory, name: string) =>
	(await secondsToWait(counted, name)) === null;

/** Names of one short length, whatever somebody typed. */
const digest = (...parts: string[]) => createHash("sha256").update(parts.join(" ")).digest("base64url");

export type Attempt = { email: string; address: string };

/** Counts an attempt before the password is looked at. False when it must not be. */
export async function admitAttempt(attempt: Attempt) {
	for (const { limiter, name } of limiters()) {
		if (!(await hasRoom(limiter, name(attempt)))) return false;
	}
	return true;
}

/** Takes an attempt that was right out of the counts, and the same visitor's tries before it. */
export async function forgiveAttempt(attempt: Attempt) {
	const [byAddress, byPair, byAccount] = limiters();
	await byAddress?.limiter.reward(byAddress.name(attempt));
	await byPair?.limiter.delete(byPair.name(attempt));
	await byAccount?.limiter.reward(byAccount.name(attempt));
}

/** Takes an attempt that could not be looked at out of the counts. It says nothing about those before it. */
export async function takeAttemptBack(attempt: Attempt) {
	for (const { limiter, name } of limiters()) await limiter.reward(name(attempt));
}

const LINKS_MAX = 60;

/** Apart from sign-ins: a link is opened by following it, and whoever is led to bad ones has tried nothing. */
const linkLimiter = () => processWide("link-throttle", () => limiter("link", LINKS_MAX));

/** Counts a link before it is looked up. False when it must not be. */
export const admitLink = (address: string) => hasRoom(linkLimiter(), networkOf(address));

/** Takes a link that exists out of the count. */
export const forgiveLink = (address: string) => linkLimiter().reward(networkOf(address));

const LEAK_REPORTS_MAX = 300;

const leakLimiter = () => processWide("leak-report-throttle", () => limiter("leak", LEAK_REPORTS_MAX));

/** Counts a report of leaked keys. Null when it may be taken; otherwise the seconds to wait. */
export const admitLeakReport = (address: string) => secondsToWait(leakLimiter(), networkOf(address));

const SUBMISSIONS_MAX = 60;

const submissionLimiter = () =>
	processWide("submission-throttle", () => limiter("submission", SUBMISSIONS_MAX));

/** Counts what a visitor sends by a public form. Null when it may be taken; otherwise the seconds to wait. */
export const admitSubmission = (address: string) => secondsToWait(submissionLimiter(), networkOf(address));

const CLICKS_MAX = 600;

const clickLimiter = () => processWide("click-throttle", () => limiter("click", CLICKS_MAX));

/** Counts a click on a trigger link. False when the link may lead on, but the click counts for nothing. */
export const admitClick = (address: string) => hasRoom(clickLimiter(), networkOf(address));

const WRONG_CODES_MAX = 5;

const ticketLimiter = () => processWide("ticket-throttle", () => limiter("ticket", WRONG_CODES_MAX - 1));

/** Counts a wrong code that came with a ticket. True when the ticket has seen enough of them. */
export const countWrongCode = async (ticket: string) => !(await hasRoom(ticketLimiter(), digest(ticket)));
