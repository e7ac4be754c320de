import type { Tx } from "./client.ts";

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
	tx.session.create({ data: { ...session, lastSeenAt: session.createdAt }, select: { id: true } });

/** The session and its person, whether or not it still counts; null when there never was one. */
export const findSession = (tx: Pick<Tx, "session">, sidDigest: Uint8Array<ArrayBuffer>) =>
	tx.session.findUnique({
		where: { sidDigest },
		select: {
			id: true,
			lastSeenAt: true,
			expiresAt: true,
			endedAt: true,
			user: { select: { id: true, name: true, email: true, disabledAt: true } },
		},
	});

export const touchSession = (tx: Pick<Tx, "session">, id: string, now: Date) =>
	tx.session.updateMany({ where: { id, lastSeenAt: { lt: now } }, data: { lastSeenAt: now } });

export const endSessionByDigest = (tx: Pick<Tx, "session">, sidDigest: Uint8Array<ArrayBuffer>, now: Date) =>
	tx.session.updateMany({ where: { sidDigest, endedAt: null }, data: { endedAt: now } });
