import type { Offer } from "#lib/core/people/invitation.ts";
import type { Tx } from "./client.ts";

type Digest = Uint8Array<ArrayBuffer>;

/** An invitation as rules and audit events see it. The digest of its token is not part of it. */
const facts = {
	id: true,
	email: true,
	agencyRole: true,
	locationId: true,
	locationRole: true,
	invitedById: true,
	invitedByName: true,
	sentAt: true,
	expiresAt: true,
	acceptedAt: true,
	withdrawnAt: true,
	agency: { select: { slug: true, name: true, deletedAt: true } },
	location: { select: { slug: true, name: true, deletedAt: true } },
} as const;

export type InvitationFacts = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

export const findInvitation = (tx: Tx, agencyId: string, id: string) =>
	tx.invitation.findUnique({ where: { agencyId_id: { agencyId, id } }, select: facts });

/** {@link findInvitation}, holding the row until the transaction ends. */
export async function lockInvitation(tx: Tx, agencyId: string, id: string) {
	await tx.$queryRaw`select 1 from invitations where agency_id = ${agencyId}::uuid and id = ${id}::uuid for update`;
	return findInvitation(tx, agencyId, id);
}

/** {@link lockInvitation} for whoever holds the link; null when a newer link took its place meanwhile. */
export async function lockInvitationByDigest(tx: Tx, agencyId: string, id: string, digest: Digest) {
	const rows = await tx.$queryRaw<unknown[]>`
		select 1 from invitations where agency_id = ${agencyId}::uuid and id = ${id}::uuid
			and token_digest = ${digest} for update`;
	return rows.length === 0 ? null : findInvitation(tx, agencyId, id);
}

/** Where the invitation behind a link is; the one look-up without a tenant, since the link is what names it. */
export async function locateInvitation(tx: Tx, digest: Digest) {
	const [row] = await tx.$queryRaw<{ agencyId: string; id: string }[]>`
		select agency_id as "agencyId", id from latchkey_find_invitation(${digest})`;
	return row ?? null;
}

type NewInvitation = {
	id: string;
	email: string;
	offer: Offer;
	tokenDigest: Digest;
	invitedById: string;
	invitedByName: string;
	expiresAt: Date;
};

export function insertInvitation(tx: Tx, agencyId: string, invitation: NewInvitation, now: Date) {
	const { offer, ...columns } = invitation;
	const role =
		offer.locationId === null
			? { agencyRole: offer.role }
			: { locationId: offer.locationId, locationRole: offer.role };
	return tx.invitation.create({
		data: { ...columns, ...role, agencyId, createdAt: now, sentAt: now },
		select: facts,
	});
}

type InvitationChange = Partial<{
	tokenDigest: Digest;
	invitedById: string;
	invitedByName: string;
	sentAt: Date;
	expiresAt: Date;
	acceptedAt: Date;
	withdrawnAt: Date;
}>;

export const updateInvitation = (tx: Tx, agencyId: string, id: string, change: InvitationChange) =>
	tx.invitation.update({ where: { agencyId_id: { agencyId, id } }, data: change, select: facts });

const waiting = { acceptedAt: null, withdrawnAt: null };

/** Takes back what was offered to an address: at one location, at the agency itself (null), or anywhere in it. */
export const withdrawInvitations = (
	tx: Tx,
	agencyId: string,
	{ email, locationId, expiredBy }: { email: string; locationId?: string | null; expiredBy?: Date },
	now: Date,
) =>
	tx.invitation.updateMany({
		where: {
			...waiting,
			agencyId,
			email,
			...(locationId !== undefined && { locationId }),
			...(expiredBy && { expiresAt: { lte: expiredBy } }),
		},
		data: { withdrawnAt: now },
	});

/** Invitations without an answer, the latest first: the whole agency's, or one location's. */
export const listWaitingInvitations = (tx: Tx, agencyId: string, locationId: string | null) =>
	tx.invitation.findMany({
		where: {
			...waiting,
			agencyId,
			...(locationId === null
				? { OR: [{ locationId: null }, { location: { deletedAt: null } }] }
				: { locationId }),
		},
		select: facts,
		orderBy: [{ sentAt: "desc" }, { id: "desc" }],
		take: WAITING_SHOWN_MAX,
	});

const WAITING_SHOWN_MAX = 500;
