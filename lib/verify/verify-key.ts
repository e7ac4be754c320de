import { timingSafeEqual } from "node:crypto";
import { digestKey } from "#lib/core/keys/digest.ts";
import { isKeyText } from "#lib/core/keys/format.ts";
import type { VerdictCode } from "#lib/core/verdicts.ts";
import { isDatabaseUnavailable } from "#lib/data/database-errors.ts";
import { findSecrets, type SecretFacts, spendCredits } from "#lib/data/verify-lookup.ts";
import { type Demand, decide } from "./decide.ts";
import type { Engine } from "./engine.ts";
import { type RateState, takeFromWindow } from "./rate-limits.ts";

/** The key of whoever asks about another. They learn of keys in their own agency, or of their own location, alone. */
export type Asker = Pick<SecretFacts, "agency_id" | "level" | "location_id">;

export type VerifyCall = Demand & {
	/** What was presented as a key: any text at all. */
	key: string;
	/** Null when the holder presents the key itself. */
	asker: Asker | null;
	/** The sender's user agent, for "last used". */
	client: string;
	/** Credits that this use takes; with zero it takes none. A use always counts against the rate limit. */
	cost: number;
};

/** What the limits of the key say; null where it has none, or where they were not asked. */
type Charges = { rateLimit: RateState | null; credits: number | null };

/** A verdict on a key that the asker may know of. */
export type KnownVerdict = Charges & { code: Exclude<VerdictCode, "NOT_FOUND">; facts: SecretFacts };

export type Verdict = KnownVerdict | (Charges & { code: "NOT_FOUND"; facts: null });

/** No verdict: the engine cannot know right now. Never to be read as a refusal. */
export const UNAVAILABLE = "UNAVAILABLE";

/** Answers whether a key is good for a demand, spends what the use costs, and notes the use. */
export async function verifyKey(engine: Engine, call: VerifyCall): Promise<Verdict | typeof UNAVAILABLE> {
	try {
		const facts = await lookUp(engine, call.key);
		const verdict = await judge(engine, call, facts);
		if (verdict.facts) note(engine, call, verdict);
		return verdict;
	} catch (error) {
		if (isDatabaseUnavailable(error)) return UNAVAILABLE;
		throw error;
	}
}

async function lookUp(engine: Engine, key: string): Promise<SecretFacts | null> {
	if (!isKeyText(key)) return null;
	const digests = engine.peppers.map((pepper) => digestKey(key, pepper));
	const rows = await findSecrets(engine.database, digests);
	return rows.find((row) => digests.some((digest) => timingSafeEqual(digest, row.digest))) ?? null;
}

const mayKnow = (asker: Asker, facts: SecretFacts) =>
	asker.agency_id === facts.agency_id &&
	(asker.level === "AGENCY" || (facts.level === "LOCATION" && asker.location_id === facts.location_id));

const NOT_KNOWN: Verdict = { code: "NOT_FOUND", facts: null, rateLimit: null, credits: null };

async function judge(engine: Engine, call: VerifyCall, facts: SecretFacts | null): Promise<Verdict> {
	if (!facts || (call.asker && !mayKnow(call.asker, facts))) return NOT_KNOWN;
	const code = decide(facts, call, facts.database_now);
	if (code === "NOT_FOUND") return NOT_KNOWN;
	const verdict = (
		of: KnownVerdict["code"],
		rateLimit: RateState | null = null,
		credits: number | null = null,
	): Verdict => ({ code: of, facts, rateLimit, credits });
	if (code !== "VALID") return verdict(code);

	const { rate_limit_max: max, rate_limit_seconds: seconds } = facts;
	const window =
		max !== null && seconds !== null
			? await takeFromWindow(facts.key_id, max, seconds, facts.database_now)
			: null;
	const creditsBefore = facts.credits_remaining === null ? null : Number(facts.credits_remaining);
	if (window && !window.allowed) return verdict("RATE_LIMITED", window.state, creditsBefore);

	if (creditsBefore === null) return verdict("VALID", window?.state);
	const left =
		call.cost === 0
			? creditsBefore
			: await spendCredits(engine.database, facts.agency_id, facts.key_id, call.cost);
	return left === null
		? verdict("USAGE_EXCEEDED", window?.state, creditsBefore)
		: verdict("VALID", window?.state, left);
}

function note(engine: Engine, call: VerifyCall, { code, facts }: KnownVerdict) {
	engine.usage.note({
		agencyId: facts.agency_id,
		keyId: facts.key_id,
		verdict: code,
		at: facts.database_now,
		address: call.address,
		client: call.client,
	});
}
