import type { Tx } from "./client.ts";

type Digest = Uint8Array<ArrayBuffer>;

type NewSecondFactor = { userId: string; id: string; sealed: Digest; kekId: string };

/** Stores a factor that is not confirmed yet, in place of an earlier one of that kind. A confirmed one is in the way. */
export async function insertSecondFactor(tx: Tx, factor: NewSecondFactor, now: Date) {
	await tx.secondFactor.deleteMany({ where: { userId: factor.userId, confirmedAt: null } });
	await tx.secondFactor.create({ data: { ...factor, createdAt: now }, select: { id: true } });
}

export const findSecondFactor = (tx: Tx, userId: string) =>
	tx.secondFactor.findUnique({
		where: { userId },
		select: { id: true, userId: true, sealed: true, confirmedAt: true },
	});

/** Confirms a factor by the time step of its first code. False when it was replaced or confirmed meanwhile. */
export async function confirmFactor(
	tx: Tx,
	{ userId, id }: { userId: string; id: string },
	step: bigint,
	now: Date,
) {
	const { count } = await tx.secondFactor.updateMany({
		where: { userId, id, confirmedAt: null },
		data: { confirmedAt: now, lastStep: step },
	});
	return count === 1;
}

/** Takes a time step. Of all who show a code of one step, or of an earlier one, one is told true. */
export async function takeStep(tx: Tx, { userId, id }: { userId: string; id: string }, step: bigint) {
	const { count } = await tx.secondFactor.updateMany({
		where: { userId, id, confirmedAt: { not: null }, lastStep: { lt: step } },
		data: { lastStep: step },
	});
	return count === 1;
}

/** Removes a person's factor and the codes that stand in for it. False when there was none. */
export async function deleteSecondFactor(tx: Tx, userId: string) {
	await tx.recoveryCode.deleteMany({ where: { userId } });
	const { count } = await tx.secondFactor.deleteMany({ where: { userId, confirmedAt: { not: null } } });
	return count === 1;
}

/** Keeps two who renew at once from leaving two sets of codes. False when there is no confirmed factor. */
export async function lockSecondFactor(tx: Tx, userId: string) {
	const rows = await tx.$queryRaw<unknown[]>`select 1 from second_factors
		where user_id = ${userId}::uuid and confirmed_at is not null for update`;
	return rows.length === 1;
}

export async function replaceRecoveryCodes(tx: Tx, userId: string, digests: readonly Digest[]) {
	await tx.recoveryCode.deleteMany({ where: { userId } });
	await tx.recoveryCode.createMany({ data: digests.map((digest) => ({ userId, digest })) });
}

/** Uses a recovery code up. Of several who try at once, one is told true. */
export async function takeRecoveryCode(tx: Tx, userId: string, digest: Digest, now: Date) {
	const { count } = await tx.recoveryCode.updateMany({
		where: { userId, digest, usedAt: null },
		data: { usedAt: now },
	});
	return count === 1;
}

export const countRecoveryCodes = (tx: Tx, userId: string) =>
	tx.recoveryCode.count({ where: { userId, usedAt: null } });
