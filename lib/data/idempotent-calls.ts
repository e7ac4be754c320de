import type { Database, Tx } from "./client.ts";

/** Which call of which key: the digest of the Idempotency-Key that it was sent with. */
export type CallName = { agencyId: string; keyId: string; digest: Buffer<ArrayBuffer> };

export type StoredCall = {
	requestDigest: Uint8Array;
	/** Null until it is answered. */
	status: number | null;
	sealed: Uint8Array | null;
	createdAt: Date;
};

type Begun = { requestDigest: Buffer<ArrayBuffer>; now: Date; forgottenBefore: Date };

/** Writes down that a call begins. False when it has begun before and is not forgotten yet. */
export async function beginCall(tx: Tx, name: CallName, { requestDigest, now, forgottenBefore }: Begun) {
	const rows = await tx.$executeRaw`
		insert into idempotent_calls (agency_id, key_id, digest, request_digest, created_at)
		values (${name.agencyId}::uuid, ${name.keyId}::uuid, ${name.digest}, ${requestDigest}, ${now})
		on conflict (agency_id, key_id, digest) do update set request_digest = excluded.request_digest,
			created_at = excluded.created_at, status = null, sealed = null
			where idempotent_calls.created_at < ${forgottenBefore}`;
	return rows === 1;
}

export const findCall = (tx: Tx, name: CallName): Promise<StoredCall | null> =>
	tx.idempotentCall.findUnique({
		where: { agencyId_keyId_digest: name },
		select: { requestDigest: true, status: true, sealed: true, createdAt: true },
	});

export const finishCall = (tx: Tx, name: CallName, status: number, sealed: Buffer<ArrayBuffer>) =>
	tx.idempotentCall.update({
		where: { agencyId_keyId_digest: name },
		data: { status, sealed },
		select: { status: true },
	});

/** As if it had never begun. */
export const forgetCall = (tx: Tx, name: CallName) =>
	tx.idempotentCall.deleteMany({ where: { ...name, status: null } });

/** Forgets calls from before a moment, in every agency, and returns how many there were. */
export async function forgetCallsBefore({ db }: Database, before: Date): Promise<number> {
	const [row] = await db.$queryRaw<{ count: bigint }[]>`select latchkey_forget_calls(${before}) as count`;
	return Number(row?.count ?? 0n);
}
