import type { Prisma } from "#prisma/generated/client.ts";
import { lockAccount } from "./accounts.ts";
import type { Tx } from "./client.ts";

/** What ends sessions holds their person's row, so that none begins in another's place unseen meanwhile. */
type SessionTx = Pick<Tx, "session" | "$queryRaw">;

export type NewSession = {
	id: string;
	sidDigest: Uint8Array<ArrayBuffer>;
	userId: string;
	createdAt: Date;
	expiresAt: Date;
	address: string;
	client: string;
};

export const insertSession = (tx: Tx, session: NewSession) =>
	tx.session.create({
		data: { ...session, lastSeenAt: session.createdAt },
		select: { user: { select: { id: true, name: true } } },
	});

/** The session and its person, whether or not it still counts; null when there never was one. */
export const findSession = (tx: Pick<Tx, "session">, sidDigest: Uint8Array<ArrayBuffer>) =>
	tx.session.findUnique({
		where: { sidDigest },
		select: {
			id: true,
			lastSeenAt: true,
			expiresAt: true,
			endedAt: true,
			steppedUpAt: true,
			user: {
				select: {
					id: true,
					name: true,
					email: true,
					language: true,
					disabledAt: true,
					secondFactor: { select: { confirmedAt: true } },
				},
			},
		},
	});

export const touchSession = (tx: Pick<Tx, "session">, id: string, now: Date) =>
	tx.session.updateMany({ where: { id, lastSeenAt: { lt: now } }, data: { lastSeenAt: now } });

/**
 * Makes a session that goes on in the place of a living one, stepped up, and lets the one before end at `endsAt`. Null when
 * that one is over. The person's row lock makes two who ask at once take turns, and whoever ends sessions as well.
 */
export async function replaceSession(
	tx: Tx,
	{ userId, id }: { userId: string; id: string },
	successor: { id: string; sidDigest: Uint8Array<ArrayBuffer> },
	now: Date,
	endsAt: Date,
) {
	await lockAccount(tx, userId);
	const replaced = await tx.session.updateMany({
		where: { id, userId, endedAt: null, expiresAt: { gt: now } },
		data: { endedAt: endsAt, successorId: successor.id },
	});
	if (replaced.count === 0) return null;
	const before = await tx.session.findUniqueOrThrow({ where: { id }, select: kept });
	return tx.session.create({
		data: { ...before, ...successor, lastSeenAt: now, steppedUpAt: now },
		select: { expiresAt: true },
	});
}

/** What a session hands on to its successor. */
const kept = { userId: true, createdAt: true, expiresAt: true, address: true, client: true } as const;

/**
 * Ends the session, and at once also the one that it took over from a moment ago. Returns whose it was, or null when it
 * was over already.
 */
export async function endSessionByDigest(db: SessionTx, sidDigest: Uint8Array<ArrayBuffer>, now: Date) {
	const found = await db.session.findUnique({ where: { sidDigest }, select: { id: true, userId: true } });
	if (!found) return null;
	await lockAccount(db, found.userId);
	const { id, successorId, user } = await db.session.findUniqueOrThrow({
		where: { id: found.id },
		select: { id: true, successorId: true, user: { select: { id: true, name: true } } },
	});
	const family = [{ id }, { successorId: id }, ...(successorId ? [{ id: successorId }] : [])];
	const { count } = await endSessions(db, { OR: family }, now);
	return count === 0 ? null : user;
}

/** A person's sessions that count still, the last used first. */
export const listLivingSessions = (
	tx: Tx,
	userId: string,
	{ now, usedSince }: { now: Date; usedSince: Date },
) =>
	tx.session.findMany({
		where: { userId, endedAt: null, expiresAt: { gt: now }, lastSeenAt: { gte: usedSince } },
		select: { id: true, createdAt: true, lastSeenAt: true, address: true, client: true },
		orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
	});

/** Ends one session of a person, with the one that it took over from. False when they have none such. */
export async function endSessionById(tx: Tx, userId: string, id: string, now: Date) {
	await lockAccount(tx, userId);
	const ended = await tx.session.updateMany({
		where: { id, userId, endedAt: null, expiresAt: { gt: now } },
		data: { endedAt: now },
	});
	await endSessions(tx, { userId, successorId: id }, now);
	return ended.count === 1;
}

/** Ends all sessions of a person, but for `exceptId` when it is given. */
export async function endSessionsOf(db: SessionTx, userId: string, now: Date, exceptId?: string) {
	await lockAccount(db, userId);
	return endSessions(db, { userId, ...(exceptId && { id: { not: exceptId } }) }, now);
}

const endSessions = (db: SessionTx, where: Prisma.SessionWhereInput, now: Date) =>
	db.session.updateMany({
		where: { AND: [where, { OR: [{ endedAt: null }, { endedAt: { gt: now } }] }] },
		data: { endedAt: now },
	});
