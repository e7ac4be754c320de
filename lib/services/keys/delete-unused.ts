import { stepOf } from "#lib/core/keys/countdown.ts";
import { TITLE_MAX } from "#lib/core/keys/fields.ts";
import { restorableUntil } from "#lib/core/keys/trash.ts";
import { foldName } from "#lib/core/text.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findCountdown, type KeyPage, listUsedAfterAll, lockKeyIfFree } from "#lib/data/countdowns.ts";
import { lockLastUse } from "#lib/data/key-usage.ts";
import { findKey, isTitleTaken, type KeyFacts } from "#lib/data/keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { notifyKeepers } from "../notifications/notify.ts";
import { changeKeyState } from "./change-state.ts";
import { readIdleness } from "./read-idleness.ts";
import { walkKeys } from "./walk-keys.ts";

/**
 * Moves a key that is due to the trash, if it still is. Its last use is held while that is decided: one that is written
 * afterwards is found by {@link restoreUsedKeys}.
 */
export const deleteUnusedKey = (ctx: Context, keyId: string) =>
	inTransaction(ctx, async (tx) => {
		const { agencyId, now } = ctx;
		if (!(await lockKeyIfFree(tx, agencyId, keyId))) return false;
		await lockLastUse(tx, agencyId, keyId);
		const key = await findKey(tx, agencyId, keyId);
		if (!key || key.deletedAt) return false;
		const stored = await findCountdown(tx, agencyId, keyId, "INACTIVITY");
		const step = stepOf(stored, await readIdleness(tx, agencyId, key), now);
		if (step.kind !== "delete") return false;

		await changeKeyState(tx, ctx, key, "key.delete", {
			deletedAt: now,
			deletedBecause: "INACTIVITY",
			deletedByName: ctx.actor.name,
		});
		const idleSince = step.countdown.basis.toISOString();
		await notifyKeepers(tx, ctx, {
			kind: "key.deleted_unused",
			occasion: `${keyId} ${idleSince}`,
			key,
			detail: {
				title: key.title,
				idleSince,
				restorableUntil: restorableUntil(now).toISOString(),
			},
		});
		return true;
	});

/**
 * Brings back every key of an agency that the rule took although it had been used before: that use was written late. It goes
 * by what is stored, so that a sweep that died half way is made good by the next one.
 */
export async function restoreUsedKeys(
	ctx: Context,
	{ dryRun, signal }: { dryRun: boolean; signal: AbortSignal },
	did: { restored: number; failed: number },
) {
	const { agencyId } = ctx;
	const restored = did.restored;
	const list = (page: KeyPage) => inTransaction(ctx, (tx) => listUsedAfterAll(tx, agencyId, page));
	const work = async (keyId: string) => {
		if (dryRun || (await restoreUsedKey(ctx, keyId))) did.restored++;
	};
	await walkKeys({ agencyId, list, work }, { signal, did });
	if (!dryRun && did.restored > restored) await ctx.database.changes.confirm();
}

const restoreUsedKey = (ctx: Context, keyId: string) =>
	inTransaction(ctx, async (tx) => {
		if (!(await lockKeyIfFree(tx, ctx.agencyId, keyId))) return false;
		const key = await findKey(tx, ctx.agencyId, keyId);
		if (key?.deletedBecause !== "INACTIVITY" || key.deletedAt === null || key.compromised) return false;
		await changeKeyState(tx, ctx, key, "key.restore", {
			deletedAt: null,
			deletedBecause: null,
			deletedByName: null,
			...(await freeTitle(tx, ctx.agencyId, key)),
		});
		return true;
	});

/** The key's title, or one like it when another key has taken that meanwhile: nobody is there to be asked for a new one. */
async function freeTitle(tx: Tx, agencyId: string, key: KeyFacts) {
	let title = key.title;
	for (let count = 2; await isTitleTaken(tx, agencyId, key, foldName(title)); count++) {
		const suffix = ` (${count})`;
		title =
			[...key.title]
				.slice(0, TITLE_MAX - suffix.length)
				.join("")
				.trimEnd() + suffix;
	}
	return { title, titleFolded: foldName(title) };
}
