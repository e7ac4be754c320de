import { log } from "#lib/config/log.ts";
import { FOUND_IN_PUBLIC } from "#lib/core/keys/own-reasons.ts";
import type { Database } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { lockKey } from "#lib/data/keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { readSecrets, type SecretRow } from "#lib/data/verify-lookup.ts";
import { notifyKeepers } from "../notifications/notify.ts";
import { withdrawNotices } from "../notifications/withdraw.ts";
import { propagate } from "../propagate.ts";
import { systemContext } from "../system-context.ts";
import { changeKeyState } from "./change-state.ts";

const BATCH = 500;

type Finding = {
	digests: readonly Buffer[];
	/** In the finder's words, for the audit log. */
	note: string;
	url: string | null;
};

type Run = {
	database: Database;
	now: Date;
	/** Counts, and revokes nothing. */
	dryRun: boolean;
	/** Ends the run between two keys: it throws, so that what is left is tried again. */
	signal: AbortSignal;
};

export type Revoked = { revoked: number; failed: number };

/**
 * Revokes as compromised every key that one of the digests belongs to, in whichever agency: also by an older secret that
 * still works, also what was revoked before or lies in the trash, since neither may come back. Those that were compromised
 * already are left alone.
 */
export async function revokeLeaked(run: Run, finding: Finding): Promise<Revoked> {
	const done: Revoked = { revoked: 0, failed: 0 };
	for (const [agencyId, keyIds] of await findKeys(run.database, finding.digests)) {
		const ctx = systemContext(run.database, agencyId, run.now);
		if (run.dryRun) done.revoked += keyIds.size;
		else await propagate(ctx, revokeIn(ctx, keyIds, finding, { signal: run.signal, done }));
	}
	return done;
}

/** The keys behind the digests, by agency. */
async function findKeys(database: Database, digests: readonly Buffer[]) {
	const found = new Map<string, Set<string>>();
	for (let start = 0; start < digests.length; start += BATCH) {
		for (const row of await readSecrets(database, digests.slice(start, start + BATCH))) {
			if (isOver(row)) continue;
			const keyIds = found.get(row.agency_id) ?? new Set();
			found.set(row.agency_id, keyIds.add(row.key_id));
		}
	}
	return found;
}

/** A secret that was rotated away opens nothing, and must not end the key that it was rotated to save. */
const isOver = ({ secret_ends_at, database_now }: SecretRow) =>
	secret_ends_at !== null && secret_ends_at <= database_now;

async function revokeIn(
	ctx: Context,
	keyIds: ReadonlySet<string>,
	finding: Finding,
	{ signal, done }: { signal: AbortSignal; done: Revoked },
) {
	for (const keyId of keyIds) {
		signal.throwIfAborted();
		try {
			if (await revokeOne(ctx, keyId, finding)) done.revoked++;
		} catch (error) {
			done.failed++;
			log().error(
				{ err: error, agencyId: ctx.agencyId, keyId },
				"a key found in public could not be revoked",
			);
		}
	}
	return done;
}

/** False when it was known to be compromised before, or went with its location. */
const revokeOne = (ctx: Context, keyId: string, { note, url }: Finding) =>
	inTransaction(ctx, async (tx) => {
		const key = await lockKey(tx, ctx.agencyId, keyId);
		if (!key || (key.revokedAt && key.compromised)) return false;
		const ending = key.revokedAt ? {} : { revokedAt: ctx.now, revokedReason: FOUND_IN_PUBLIC };
		const report = { reportNote: note, reportUrl: url };
		await changeKeyState(tx, ctx, key, "key.revoke", { ...ending, compromised: true }, report);
		await withdrawNotices(tx, ctx, { keyId, kinds: ["key.unused", "key.expiring", "key.rotation_due"] });
		await notifyKeepers(tx, ctx, {
			kind: "key.leaked",
			occasion: keyId,
			key: { id: keyId, locationId: key.locationId },
			detail: { title: key.title },
		});
		return true;
	});
