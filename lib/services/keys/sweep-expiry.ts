import { expiryNotice, isRotationDue } from "#lib/core/keys/countdown.ts";
import { isAgencyThere } from "#lib/data/agencies.ts";
import type { Database, Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import {
	findCountdown,
	isRotationNoticed,
	type KeyPage,
	listExpiring,
	listRotationDue,
	lockKeyIfFree,
	writeCountdown,
} from "#lib/data/countdowns.ts";
import { findKey, type KeyFacts } from "#lib/data/keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { notifyKeepers } from "../notifications/notify.ts";
import { systemContext } from "../system-context.ts";
import { tryEachAgency } from "../try-each.ts";
import { publishKeyEvent } from "../webhooks/publish.ts";
import { endExpiry } from "./settle-countdowns.ts";
import { walkKeys } from "./walk-keys.ts";

type Options = { dryRun: boolean; signal: AbortSignal };

/** `noticed` of their end date, `reminded` of a rotation; `ended`: notices of a date that is not the key's any more. */
export type ExpirySweep = Record<"noticed" | "ended" | "reminded" | "failed", number>;

/**
 * Tells people of dates on which keys expire, and of secrets that are due for rotation. Any number of processes may do it at
 * once: each key is a transaction of its own, and everything is told once.
 */
export async function sweepExpiry(
	database: Database,
	now: Date,
	{ dryRun, signal }: Options,
): Promise<ExpirySweep> {
	const did: ExpirySweep = { noticed: 0, ended: 0, reminded: 0, failed: 0 };
	const work = async (agencyId: string) => {
		const ctx = systemContext(database, agencyId, now);
		if (!(await inTransaction(ctx, (tx) => isAgencyThere(tx, agencyId)))) return;
		for (const { listDue, step } of [
			{ listDue: listExpiring, step: stepExpiry },
			{ listDue: listRotationDue, step: remindOfRotation },
		]) {
			const list = (page: KeyPage) => inTransaction(ctx, (tx) => listDue(tx, agencyId, now, page));
			const workOnKey = async (keyId: string) => {
				const outcome = await inTransaction(ctx, (tx) => step(tx, ctx, keyId, dryRun));
				if (outcome !== "nothing") did[outcome]++;
			};
			await walkKeys({ agencyId, list, work: workOnKey }, { signal, did });
		}
	};
	await tryEachAgency(database, work, { signal, did });
	return did;
}

type Outcome = "noticed" | "ended" | "reminded" | "nothing";

/** The key, its row held; null when nothing is told of it any more. Undefined when somebody else holds it. */
async function lockLiving(tx: Tx, { agencyId }: Context, keyId: string) {
	if (!(await lockKeyIfFree(tx, agencyId, keyId))) return undefined;
	const key = await findKey(tx, agencyId, keyId);
	return key && !key.deletedAt && !key.revokedAt ? key : null;
}

async function stepExpiry(tx: Tx, ctx: Context, keyId: string, dryRun: boolean): Promise<Outcome> {
	const key = await lockLiving(tx, ctx, keyId);
	if (key === undefined) return "nothing";
	let stored = await findCountdown(tx, ctx.agencyId, keyId, "EXPIRY");
	const isOver = stored !== null && stored.basis.getTime() !== key?.expiresAt?.getTime();
	if (isOver) {
		if (!dryRun) await endExpiry(tx, ctx, keyId);
		stored = null;
	}
	const notice = key?.expiresAt ? expiryNotice(stored, key.expiresAt, ctx.now) : null;
	if (!key || !notice) return isOver ? "ended" : "nothing";
	if (!dryRun) await tellExpiry(tx, ctx, key, notice);
	return "noticed";
}

async function tellExpiry(
	tx: Tx,
	ctx: Context,
	key: KeyFacts,
	{ days, daysLeft, countdown }: NonNullable<ReturnType<typeof expiryNotice>>,
) {
	const endsAt = countdown.endsAt.toISOString();
	await writeCountdown(tx, ctx.agencyId, key.id, "EXPIRY", countdown);
	await notifyKeepers(tx, ctx, {
		kind: "key.expiring",
		occasion: `${key.id} ${ctx.now.toISOString()} ${endsAt} ${days}`,
		key,
		detail: { title: key.title, daysLeft, endsAt },
	});
	await publishKeyEvent(tx, ctx, "key.expiring", key.id, { more: { endsAt, daysLeft, reason: "expiry" } });
}

async function remindOfRotation(tx: Tx, ctx: Context, keyId: string, dryRun: boolean): Promise<Outcome> {
	const key = await lockLiving(tx, ctx, keyId);
	if (!key || key.rotateEveryDays === null || !isRotationDue(key, ctx.now)) return "nothing";
	if (await isRotationNoticed(tx, ctx.agencyId, keyId, key.secretSince)) return "nothing";
	if (dryRun) return "reminded";
	const secretSince = key.secretSince.toISOString();
	await notifyKeepers(tx, ctx, {
		kind: "key.rotation_due",
		occasion: `${keyId} ${secretSince} ${ctx.now.toISOString()}`,
		key,
		detail: { title: key.title, secretSince, everyDays: key.rotateEveryDays },
	});
	return "reminded";
}
