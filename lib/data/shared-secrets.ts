import type { Tx } from "./client.ts";

const shown = { id: true, version: true, createdAt: true, createdByName: true, endsAt: true } as const;
const sealed = { agencyId: true, id: true, version: true, sealed: true, endsAt: true } as const;

export type NewSharedSecret = {
	id: string;
	version: number;
	sealed: Uint8Array<ArrayBuffer>;
	kekId: string;
	createdByName: string;
};

/** Every version that the agency has had, the newest first, without what is sealed. */
export const listSharedSecrets = (tx: Tx, agencyId: string) =>
	tx.sharedSecret.findMany({ where: { agencyId }, select: shown, orderBy: { version: "desc" } });

/** One version with its envelope. */
export const findSharedSecret = (tx: Tx, agencyId: string, id: string) =>
	tx.sharedSecret.findUnique({ where: { agencyId_id: { agencyId, id } }, select: sealed });

/** The version that has no end, with its envelope. Null before the first use. */
export const findCurrentSharedSecret = (tx: Tx, agencyId: string) =>
	tx.sharedSecret.findFirst({ where: { agencyId, endsAt: null }, select: sealed });

/** The versions that count at a moment, the newest first, with their envelopes. */
export const listCountingSecrets = (tx: Tx, agencyId: string, now: Date) =>
	tx.sharedSecret.findMany({
		where: { agencyId, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
		select: sealed,
		orderBy: { version: "desc" },
	});

/** Adds a version; false when the agency has a current one already. The unique indexes decide between two at once. */
export async function insertSharedSecret(tx: Tx, agencyId: string, secret: NewSharedSecret, now: Date) {
	const { count } = await tx.sharedSecret.createMany({
		data: { agencyId, ...secret, createdAt: now },
		skipDuplicates: true,
	});
	return count === 1;
}

/** Locks a version until the transaction ends and says when it ends; null when there is none. */
export async function lockSharedSecret(tx: Tx, agencyId: string, version: number) {
	const [row] = await tx.$queryRaw<{ id: string; version: number; endsAt: Date | null }[]>`
		select id, version, ends_at as "endsAt" from shared_secrets
		where agency_id = ${agencyId}::uuid and version = ${version} for update`;
	return row ?? null;
}

/** Gives a version its end, no later than the database's clock says: that one decides whether it counts. */
export const endSharedSecret = (
	tx: Tx,
	agencyId: string,
	id: string,
	{ endsAt, now }: { endsAt: Date; now: Date },
) =>
	tx.$executeRaw`update shared_secrets set ends_at =
			least(${endsAt}::timestamptz, clock_timestamp() + (${endsAt}::timestamptz - ${now}::timestamptz))
		where agency_id = ${agencyId}::uuid and id = ${id}::uuid`;

/** Ends at once whatever still has time left, by either clock. */
export const endOverlaps = (tx: Tx, agencyId: string, now: Date) =>
	tx.$executeRaw`update shared_secrets set ends_at = least(${now}::timestamptz, clock_timestamp())
		where agency_id = ${agencyId}::uuid and ends_at > least(${now}::timestamptz, clock_timestamp())`;

/** Whether the agency wants its requests signed. */
export async function findSignedRequestsRule(tx: Tx, agencyId: string) {
	const policy = await tx.agencyPolicy.findUnique({
		where: { agencyId },
		select: { requireSignedRequests: true },
	});
	return policy?.requireSignedRequests ?? false;
}

/** The rule, locked until the transaction ends. A row must exist to be locked; one of its own says what none says. */
export async function lockSignedRequestsRule(tx: Tx, agencyId: string, now: Date) {
	await tx.agencyPolicy.createMany({ data: { agencyId, updatedAt: now }, skipDuplicates: true });
	const [row] = await tx.$queryRaw<{ required: boolean }[]>`
		select require_signed_requests as required from agency_policies where agency_id = ${agencyId}::uuid for update`;
	return row?.required ?? false;
}

/** Changes that rule alone, whatever other rules the agency has. */
export const writeSignedRequestsRule = (tx: Tx, agencyId: string, required: boolean, now: Date) =>
	tx.agencyPolicy.updateMany({
		where: { agencyId },
		data: { requireSignedRequests: required, updatedAt: now },
	});
