import type { Tx } from "./client.ts";

export type TokenKind = "SECOND_FACTOR" | "PASSWORD_RESET" | "EMAIL_CHANGE";

type Digest = Uint8Array<ArrayBuffer>;

type NewToken = {
	id: string;
	kind: TokenKind;
	userId: string;
	digest: Digest;
	detail?: string;
	createdAt: Date;
	expiresAt: Date;
};

export const insertToken = (tx: Tx, token: NewToken) =>
	tx.oneTimeToken.create({ data: token, select: { id: true } });

/** A token that can still be used; null for any other text. */
export const findToken = (tx: Tx, kind: TokenKind, digest: Digest, now: Date) =>
	tx.oneTimeToken.findFirst({
		where: { kind, digest, usedAt: null, expiresAt: { gt: now } },
		select: { id: true, userId: true, detail: true },
	});

/** Uses a token up. Of several who try at once, one is told true. */
export async function spendToken(tx: Tx, id: string, now: Date) {
	const { count } = await tx.oneTimeToken.updateMany({
		where: { id, usedAt: null, expiresAt: { gt: now } },
		data: { usedAt: now },
	});
	return count === 1;
}

/** Makes a person's tokens worthless: of one kind, or of all. */
export const spendTokensOf = (tx: Tx, userId: string, now: Date, kind?: TokenKind) =>
	tx.oneTimeToken.updateMany({
		where: { userId, usedAt: null, ...(kind && { kind }) },
		data: { usedAt: now },
	});

export const countTokensSince = (tx: Tx, userId: string, kind: TokenKind, since: Date) =>
	tx.oneTimeToken.count({ where: { userId, kind, createdAt: { gte: since } } });
