import type { TriedEntrance, TriedUse } from "#lib/core/keys/tried-use.ts";
import type { Context } from "#lib/data/context.ts";
import { findCurrentDigest } from "#lib/data/key-secrets.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { readSecrets } from "#lib/data/verify-lookup.ts";
import { type Demand, decide } from "./decide.ts";
import { explain } from "./explain.ts";
import { agencyFactsOf, FactMaker } from "./key-facts.ts";

/**
 * What the engine would say of a key's current secret at this moment, by its own rules and facts. No use is counted,
 * charged, limited or noted. Whoever calls has made sure that the reader may see the key. Null when it has no secret that
 * counts.
 */
export async function tryKey(
	ctx: Context,
	{ keyId, entrance, ...demand }: Demand & { keyId: string; entrance: TriedEntrance },
): Promise<TriedUse | null> {
	const digest = await inTransaction(ctx, (tx) => findCurrentDigest(tx, ctx.agencyId, keyId));
	const [row] = digest ? await readSecrets(ctx.database, [digest]) : [];
	if (!row) return null;
	const facts = new FactMaker().key(row, agencyFactsOf(row));
	const code = decide(facts, demand, row.database_now.getTime());
	const { rateLimit, credits: creditsLeft, agency } = facts;
	const about = { rateLimit, creditsLeft, requiresSignatures: agency.requiresSignatures };
	if (code === "NOT_FOUND") return null;
	if (code !== "VALID") return { code, ...explain(facts, demand, code), ...about };
	if (creditsLeft === 0) return { code: "USAGE_EXCEEDED", rule: "credits", about: "", ...about };
	if (entrance === "unsigned" && agency.requiresSignatures) {
		return { code: "signature_refused", rule: "signature_missing", about: "", ...about };
	}
	return { code, rule: null, about: "", ...about };
}
