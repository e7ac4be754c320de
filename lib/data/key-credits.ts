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
