import { stepOf } from "#lib/core/keys/countdown.ts";
import { isAgencyThere } from "#lib/data/agencies.ts";
import type { Database, Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import {
	deleteCountdownsAt,
	findCountdown,
	type KeyPage,
	listCountingDown,
	listNewlyIdle,
	lockKeyIfFree,
	writeCountdown,
} from "#lib/data/countdowns.ts";
import { findKey } from "#lib/data/keys.ts";
import { withdrawNotificationsAt } from "#lib/data/notifications.ts";
import { readPolicy } from "#lib/data/policies.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { notifyKeepers } from "../notifications/notify.ts";
import { systemContext } from "../system-context.ts";
import { tryEach, tryEachAgency } from "../try-each.ts";
import { publishKeyEvent } from "../webhooks/publish.ts";
import { deleteUnusedKey, restoreUsedKeys } from "./delete-unused.ts";
import { readIdleness } from "./read-idleness.ts";
import { endInactivity } from "./settle-countdowns.ts";
import { walkKeys } from "./walk-keys.ts";

type Options = {
	dryRun: boolean;
	signal: AbortSignal;
	/** Waits until every use from before the call is written, by whichever process answered it; false when that cannot be told. */
	untilWritten: () => Promise<boolean>;
	/** How many are deleted at once. */
	batchMax?: number;
};

const BATCH_MAX = 1_000;

/** `postponed` are due to be deleted, and were not, since uses of them may not have been written yet. */
export type InactivitySweep = Record<
	"noticed" | "ended" | "deleted" | "restored" | "postponed" | "failed",
	number
>;

type Due = { ctx: Context; keyId: string };

/**
 * Takes the inactivity rule one step further for every key. Any number of processes may do it at once, and it may end at any
 * point: each step is a transaction of its own, taken once. Deletions go in batches, so that a run which has no time for all
 * of them gets further than the one before.
 */
export async function sweepInactivity(
	database: Database,
	now: Date,
	{ batchMax = BATCH_MAX, ...options }: Options,
): Promise<InactivitySweep> {
	const { dryRun, signal } = options;
	const did: InactivitySweep = { noticed: 0, ended: 0, deleted: 0, restored: 0, postponed: 0, failed: 0 };
	const due: Due[] = [];
	const add = async (one: Due) => {
		due.push(one);
		if (due.length >= batchMax) await takeDue(database, due.splice(0), options, did);
	};
	const work = async (agencyId: string) => {
		const ctx = systemContext(database, agencyId, now);
		await restoreUsedKeys(ctx, { dryRun, signal }, did);
		await stepKeys(ctx, { dryRun, signal }, did, add);
	};
	await tryEachAgency(database, work, { signal, did });
	await takeDue(database, due, options, did);
	return did;
}

/**
 * Deletes what is due. A use wins over that at any moment: every use so far is written before the first deletion, and after
 * the last one the keys that were used up to it come back.
 */
async function takeDue(
	database: Database,
	due: readonly Due[],
	{ dryRun, signal, untilWritten }: Options,
	did: InactivitySweep,
) {
	if (due.length === 0) return;
	if (dryRun) {
		did.deleted += due.length;
		return;
	}
	// Whom one batch waited for in vain, the next one would wait for as long.
	if (signal.aborted || did.postponed > 0 || !(await untilWritten())) {
		did.postponed += due.length;
		return;
	}
	const places = await deleteDue(due, signal, did);
	await database.changes.confirm();
	await untilWritten();
	for (const ctx of places) await restoreUsedKeys(ctx, { dryRun, signal }, did);
}

/** Deletes what is still due, and returns where anything was deleted. */
async function deleteDue(due: readonly Due[], signal: AbortSignal, did: InactivitySweep) {
	const places = new Set<Context>();
	const keys = due.map(({ ctx, keyId }) => ({ ctx, agencyId: ctx.agencyId, keyId }));
	const work = async ({ ctx, keyId }: Due) => {
		if (!(await deleteUnusedKey(ctx, keyId))) return;
		did.deleted++;
		places.add(ctx);
	};
	await tryEach(keys, work, { signal, did });
	return places;
}

/** Gives the notices that are due in an agency, ends what counts no more, and hands over what is to be deleted. */
async function stepKeys(
	ctx: Context,
	{ dryRun, signal }: Pick<Options, "dryRun" | "signal">,
	did: InactivitySweep,
	add: (due: Due) => Promise<void>,
) {
	const { agencyId, now } = ctx;
	const days = await inTransaction(ctx, async (tx) => {
		if (await isAgencyThere(tx, agencyId)) return (await readPolicy(tx, agencyId)).policy.inactivityDays;
		if (!dryRun) await forgetAgency(tx, ctx);
		return "gone";
	});
	if (days === "gone") return;
	const work = async (keyId: string) => {
		const step = await inTransaction(ctx, (tx) => stepKey(tx, ctx, keyId, dryRun));
		if (step === "notice") did.noticed++;
		if (step === "end") did.ended++;
		if (step === "delete") await add({ ctx, keyId });
	};
	for (const listDue of [listCountingDown, listNewlyIdle]) {
		const list = (page: KeyPage) => inTransaction(ctx, (tx) => listDue(tx, agencyId, days, now, page));
		await walkKeys({ agencyId, list, work }, { signal, did });
	}
}

async function forgetAgency(tx: Tx, { agencyId, now }: Context) {
	await deleteCountdownsAt(tx, agencyId, null);
	await withdrawNotificationsAt(tx, agencyId, null, now);
}

/** One step of one key, decided on what is so while its row is held. What somebody else holds is left to the next run. */
async function stepKey(tx: Tx, ctx: Context, keyId: string, dryRun: boolean) {
	if (!(await lockKeyIfFree(tx, ctx.agencyId, keyId))) return "wait";
	const key = await findKey(tx, ctx.agencyId, keyId);
	const stored = await findCountdown(tx, ctx.agencyId, keyId, "INACTIVITY");
	const idleness = key && !key.deletedAt && (await readIdleness(tx, ctx.agencyId, key));
	const step = idleness ? stepOf(stored, idleness, ctx.now) : { kind: "end" as const };
	if (dryRun) return step.kind;

	if (step.kind === "end" && stored) await endInactivity(tx, ctx, keyId);
	if (step.kind === "notice" && key) {
		const { basis } = step.countdown;
		const told = { daysLeft: step.days, endsAt: step.countdown.endsAt.toISOString() };
		await writeCountdown(tx, ctx.agencyId, keyId, "INACTIVITY", step.countdown);
		await notifyKeepers(tx, ctx, {
			kind: "key.unused",
			occasion: `${keyId} ${basis.toISOString()} ${told.endsAt} ${step.days}`,
			key,
			detail: { title: key.title, ...told, idleSince: basis.toISOString() },
		});
		await publishKeyEvent(tx, ctx, "key.expiring", keyId, { more: { ...told, reason: "inactivity" } });
	}
	return step.kind;
}
