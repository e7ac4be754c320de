import {
	isSameRefill,
	type Refill,
	type RefillColumns,
	refillColumns,
	refillOf,
} from "#lib/core/keys/refill.ts";
import type { Tx } from "./client.ts";

/** Gives a key its quota. */
export async function insertKeyCredits(
	tx: Tx,
	agencyId: string,
	keyId: string,
	credits: number,
	refill: Refill | null,
) {
	await tx.keyCredits.create({
		data: { agencyId, keyId, remaining: credits, ...refillColumns(refill) },
		select: { keyId: true },
	});
}

/**
 * Changes a key's quota; what is not named stays as it is. `credits: null` takes the quota away, and its refill with it.
 *
 * Writing the row makes the credits worthless that processes have taken and not yet used, so it is left alone when nothing
 * of it changes. Credits that are named are always written: the ones that were taken would otherwise come on top. A refill
 * that is due comes first; the database then moves on to the next one.
 */
export async function changeKeyCredits(
	tx: Tx,
	agencyId: string,
	keyId: string,
	before: RefillColumns | null,
	{ credits, refill }: { credits?: number | null | undefined; refill?: Refill | null | undefined },
) {
	if (credits === null) {
		await tx.keyCredits.deleteMany({ where: { agencyId, keyId } });
		return;
	}
	if (before === null) {
		if (credits !== undefined) await insertKeyCredits(tx, agencyId, keyId, credits, refill ?? null);
		return;
	}
	const present = refillOf(before);
	const next = refill === undefined ? present : refill;
	if (credits === undefined && isSameRefill(present, next)) return;

	const { refillAmount, refillEvery, refillDay } = refillColumns(next);
	await tx.$executeRaw`
		update key_credits set
			remaining = coalesce(${credits ?? null}::bigint,
				case when refills_at <= clock_timestamp() then refill_amount else remaining end),
			refill_amount = ${refillAmount}::bigint, refill_every = ${refillEvery}, refill_day = ${refillDay}::int
		where agency_id = ${agencyId}::uuid and key_id = ${keyId}::uuid`;
}

/**
 * Adds credits to a quota, or takes some away, down to none. What processes have taken and not yet used stays good: this is
 * a block that comes back, or one that nobody spends. Null when there is no quota; otherwise what is left.
 */
export async function moveKeyCredits(tx: Tx, agencyId: string, keyId: string, by: bigint) {
	const taken = by < 0n ? -by : 0n;
	const [quota] = await tx.$queryRaw<{ granted: bigint; remaining: bigint; grant: bigint }[]>`
		select granted, remaining, grant_version as grant
		from latchkey_lease_credits(${agencyId}::uuid, ${keyId}::uuid, ${taken}::bigint, ${taken}::bigint, 0::bigint)`;
	if (!quota) return null;
	if (by < 0n && quota.granted === 0n) {
		await tx.keyCredits.updateMany({ where: { agencyId, keyId }, data: { remaining: 0n } });
		return 0n;
	}
	if (by <= 0n) return quota.remaining;
	await tx.$queryRaw`select 1 from (select latchkey_return_credits(${agencyId}::uuid, ${keyId}::uuid, ${quota.grant}::bigint,
		${by}::bigint)) as returned`;
	return quota.remaining + by;
}
