import { type Countdown, isRotationDue, stillHolds } from "#lib/core/keys/countdown.ts";
import type { NotificationKind } from "#lib/core/notifications.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { deleteCountdown, findCountdown } from "#lib/data/countdowns.ts";
import type { KeyFacts } from "#lib/data/keys.ts";
import { withdrawNotices } from "../notifications/withdraw.ts";
import { readIdleness } from "./read-idleness.ts";

type Ctx = Pick<Context, "agencyId" | "now">;

/** Ends what counts no more after a change of a key, and takes back what people were told of it. */
export async function settleCountdowns(tx: Tx, ctx: Ctx, key: KeyFacts) {
	const isOver = key.deletedAt !== null || key.revokedAt !== null;
	if (isOver) await withdraw(tx, ctx, key.id, ["key.unused", "key.expiring"]);
	if (isOver || !isRotationDue(key, ctx.now)) await withdraw(tx, ctx, key.id, ["key.rotation_due"]);

	const idle = await findCountdown(tx, ctx.agencyId, key.id, "INACTIVITY");
	if (idle && (await isUnusedOver(tx, ctx, key, idle))) await endInactivity(tx, ctx, key.id);
	if (key.deletedAt === null) await withdraw(tx, ctx, key.id, ["key.deleted_unused"]);

	const expiry = await findCountdown(tx, ctx.agencyId, key.id, "EXPIRY");
	if (expiry && (isOver || expiry.basis.getTime() !== key.expiresAt?.getTime())) {
		await endExpiry(tx, ctx, key.id);
	}
}

/** What the rule itself deleted keeps its countdown: a use that was written too late is told by it. */
async function isUnusedOver(tx: Tx, ctx: Ctx, key: KeyFacts, countdown: Countdown) {
	if (key.deletedAt) return key.deletedBecause !== "INACTIVITY";
	return !stillHolds(countdown, await readIdleness(tx, ctx.agencyId, key));
}

export async function endInactivity(tx: Tx, ctx: Ctx, keyId: string) {
	await deleteCountdown(tx, ctx.agencyId, keyId, "INACTIVITY");
	await withdraw(tx, ctx, keyId, ["key.unused"]);
}

export async function endExpiry(tx: Tx, ctx: Ctx, keyId: string) {
	await deleteCountdown(tx, ctx.agencyId, keyId, "EXPIRY");
	await withdraw(tx, ctx, keyId, ["key.expiring"]);
}

const withdraw = (tx: Tx, ctx: Ctx, keyId: string, kinds: NotificationKind[]) =>
	withdrawNotices(tx, ctx, { keyId, kinds });
