import { after } from "#lib/core/after.ts";
import type { VerdictCode } from "#lib/core/verdicts.ts";
import { askedScopes } from "./asked-scopes.ts";
import { noteLatency } from "./counters.ts";
import { type Demand, decide } from "./decide.ts";
import type { Engine } from "./engine.ts";
import { explain } from "./explain.ts";
import { type Guesser, TOO_MANY_GUESSES } from "./guesses.ts";
import type { KeyFacts } from "./key-facts.ts";
import { type Found, Unconfirmed } from "./known-keys.ts";
import { type AskedLimit, limitsOfCall, UNKNOWN_LIMIT } from "./limits-of-call.ts";
import type { KnownKey } from "./memory.ts";
import type { RateState, Taken } from "./rate-windows.ts";
import { UNAVAILABLE } from "./unavailable.ts";

/** The key of whoever asks about another. They learn of keys in their own agency, or of their own location, alone. */
export type Asker = Pick<KeyFacts, "agency" | "level" | "locationId">;

export type VerifyCall = Demand & {
	/** What was presented as a key: any text at all. */
	key: string;
	/** Null when the holder presents the key itself. */
	asker: Asker | null;
	/** Whose guessing it is when the key is unknown; null when that cannot be told. */
	guesser: Guesser | null;
	/** The sender's user agent, for "last used". */
	client: string;
	/** Credits that this use takes; with zero it takes none. A use always counts against the rate limit. */
	cost: number;
	/** Limits by name which this use counts against, besides those of the key that always apply. */
	limits?: readonly AskedLimit[] | undefined;
	/** By which people can ask later why it was refused; a call without one leaves nothing to be found. */
	requestId?: string;
};

/** What came of a limit by name. */
type NamedTaken = Taken & { name: string; autoApply: boolean };

/** What the limits of the key say; null where it has none, or where they were not asked. */
type Charges = {
	rateLimit: RateState | null;
	credits: number | null;
	/** Of the limits by name, where there are any. */
	named?: readonly NamedTaken[];
};

/** A verdict on a key that the asker may know of, and the moment of it (milliseconds, database time). */
export type KnownVerdict = Charges & { code: Exclude<VerdictCode, "NOT_FOUND">; facts: KnownKey; at: number };

export type Verdict = KnownVerdict | (Charges & { code: "NOT_FOUND"; facts: null });

/** No verdict, and why. */
export type NoVerdict = typeof UNAVAILABLE | typeof TOO_MANY_GUESSES | typeof UNKNOWN_LIMIT;

type Answer = Verdict | NoVerdict;

const NOT_KNOWN: Verdict = { code: "NOT_FOUND", facts: null, rateLimit: null, credits: null };

/** One call in so many is timed. */
const TIMED_EVERY = 64;

/**
 * Answers whether a key is good for a demand, spends what the use costs, and notes the use. The answer is there at once
 * when everything it takes is in memory, and a promise when not.
 */
export function verifyKey(engine: Engine, call: VerifyCall): Answer | Promise<Answer> {
	const { latency } = engine.counters;
	if (++latency.seen % TIMED_EVERY !== 0) return answer(engine, call);
	const since = performance.now();
	return after(answer(engine, call), (given) => {
		noteLatency(engine.counters, (performance.now() - since) / 1_000);
		return given;
	});
}

function answer(engine: Engine, call: VerifyCall): Answer | Promise<Answer> {
	const found = engine.keys.find(call.key, () => refuseGuess(engine, call));
	if (!(found instanceof Promise)) return judge(engine, call, found);
	return found.then((read) => {
		if (read === null) engine.guesses.count(call.guesser);
		return judge(engine, call, read);
	});
}

const refuseGuess = ({ guesses }: Engine, { guesser }: VerifyCall) =>
	guesses.mayLookUp(guesser) ? null : TOO_MANY_GUESSES;

const mayKnow = (asker: Asker, facts: KeyFacts) =>
	asker.agency.id === facts.agency.id &&
	(asker.level === "AGENCY" || (facts.level === "LOCATION" && asker.locationId === facts.locationId));

function judge(
	engine: Engine,
	call: VerifyCall,
	found: Found | typeof TOO_MANY_GUESSES,
): Answer | Promise<Answer> {
	const { counters } = engine;
	if (found === UNAVAILABLE) {
		counters.unavailable++;
		return found;
	}
	if (found === TOO_MANY_GUESSES) return found;
	const known = found instanceof Unconfirmed ? found.known : found;
	if (known === null || (call.asker !== null && !mayKnow(call.asker, known))) return notKnown(engine);
	const now = engine.clock.now();
	const code = decide(known, call, now);
	// Of what cannot be confirmed, nothing but a yes is said again, and the one no that nothing takes back.
	if (found instanceof Unconfirmed && code !== "VALID" && code !== "REVOKED") {
		counters.unavailable++;
		return UNAVAILABLE;
	}
	if (code === "NOT_FOUND") return notKnown(engine);
	if (code !== "VALID") return conclude(engine, call, known, code, now, null, null);
	return charge(engine, call, known, now);
}

function notKnown({ counters }: Engine) {
	counters.verdicts.NOT_FOUND++;
	return NOT_KNOWN;
}

/** The two rungs that spend what they ask for: the rate limits, then the credits. */
function charge(engine: Engine, call: VerifyCall, known: KnownKey, now: number): Answer | Promise<Answer> {
	if (call.limits === undefined && known.programLimits === null)
		return chargeOwn(engine, call, known, now, 1);
	const counted = limitsOfCall(known, call.limits ?? []);
	return counted === null ? UNKNOWN_LIMIT : chargeNamed(engine, call, known, now, counted);
}

type Counted = NonNullable<ReturnType<typeof limitsOfCall>>;

/** Limits by name and the key's own: a use counts against all of them, or, where one is full, against none. */
async function chargeNamed(
	engine: Engine,
	call: VerifyCall,
	known: KnownKey,
	now: number,
	{ limits, ownCost }: Counted,
): Promise<Answer> {
	const { taken, giveBack } = await engine.namedWindows.takeAll(known.agency.id, limits, now);
	const told = (states: readonly Taken[]) =>
		limits.flatMap(({ name, autoApply }, place) => {
			const state = states[place];
			return state ? [{ name, autoApply, ...state }] : [];
		});
	const named = told(taken);
	if (!named.every(({ allowed }) => allowed)) {
		const credits = known.credits && engine.credits.known(known);
		return conclude(engine, call, known, "RATE_LIMITED", now, null, credits, named);
	}
	const answer = await chargeOwn(engine, call, known, now, ownCost);
	if (typeof answer === "string") return answer;
	return { ...answer, named: answer.code === "RATE_LIMITED" ? told(await giveBack()) : named };
}

/** The key's own limit, against which a use counts for so much. */
function chargeOwn(
	engine: Engine,
	call: VerifyCall,
	known: KnownKey,
	now: number,
	cost: number,
): Answer | Promise<Answer> {
	if (known.rateLimit === null) return charged(engine, call, known, now, null);
	return after(engine.windows.take(known, known.rateLimit, now, cost), ({ allowed, state }) => {
		if (allowed) return charged(engine, call, known, now, state);
		const credits = known.credits === null ? null : engine.credits.known(known);
		return conclude(engine, call, known, "RATE_LIMITED", now, state, credits);
	});
}

function charged(
	engine: Engine,
	call: VerifyCall,
	known: KnownKey,
	now: number,
	rateLimit: RateState | null,
): Answer | Promise<Answer> {
	if (known.credits === null) return conclude(engine, call, known, "VALID", now, rateLimit, null);
	const credits = engine.credits.take(known, call.cost, now);
	return after(credits, (taken) => {
		if (taken === null) {
			engine.counters.unavailable++;
			return UNAVAILABLE;
		}
		const code = taken.allowed ? "VALID" : "USAGE_EXCEEDED";
		return conclude(engine, call, known, code, now, rateLimit, taken.remaining);
	});
}

function conclude(
	engine: Engine,
	call: VerifyCall,
	known: KnownKey,
	code: KnownVerdict["code"],
	at: number,
	rateLimit: RateState | null,
	credits: number | null,
	named?: readonly NamedTaken[],
): Verdict {
	engine.counters.verdicts[code]++;
	const scopes = code === "VALID" ? askedScopes(known.scopes, call) : 0;
	engine.usage.note(known, code, at, call.address, call.client, scopes);
	if (code !== "VALID" && call.requestId) {
		const { address, client, requestId } = call;
		const refusal = { requestId, verdict: code, address, client, at, ...explain(known, call, code, named) };
		engine.usage.keepRefusal(known, refusal);
	}
	const verdict = { code, facts: known, rateLimit, credits, at };
	return named ? { ...verdict, named } : verdict;
}
