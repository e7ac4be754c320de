import type { Tx } from "./client.ts";

/** An envelope as it is stored: rewrapping it is conditional on it being still the same. */
export type SealedRow = { sealed: Uint8Array; kekId: string };
type Wrapped = { sealed: Uint8Array<ArrayBuffer>; kekId: string };

const otherThan = (kekId: string) => ({ kekId: { not: kekId } });
const ifStill = ({ sealed, kekId }: SealedRow) => ({ sealed: new Uint8Array(sealed), kekId });

export const listSharedSecretsNotUnder = (tx: Tx, agencyId: string, kekId: string) =>
	tx.sharedSecret.findMany({
		where: { agencyId, ...otherThan(kekId) },
		select: { agencyId: true, id: true, version: true, sealed: true, kekId: true },
		orderBy: { version: "asc" },
	});

export const rewrapSharedSecret = (
	tx: Tx,
	row: SealedRow & { agencyId: string; id: string },
	wrapped: Wrapped,
) =>
	tx.sharedSecret.updateMany({
		where: { agencyId: row.agencyId, id: row.id, ...ifStill(row) },
		data: wrapped,
	});

export const listSecondFactorsNotUnder = (tx: Tx, kekId: string) =>
	tx.secondFactor.findMany({
		where: otherThan(kekId),
		select: { userId: true, id: true, sealed: true, kekId: true },
		orderBy: { userId: "asc" },
	});

export const rewrapSecondFactor = (
	tx: Tx,
	row: SealedRow & { userId: string; id: string },
	wrapped: Wrapped,
) =>
	tx.secondFactor.updateMany({ where: { userId: row.userId, id: row.id, ...ifStill(row) }, data: wrapped });

export const listRetiredAuditKeysNotUnder = (tx: Tx, kekId: string) =>
	tx.retiredAuditKey.findMany({ where: otherThan(kekId), orderBy: { id: "asc" } });

export const rewrapRetiredAuditKey = (tx: Tx, row: SealedRow & { id: string }, wrapped: Wrapped) =>
	tx.retiredAuditKey.updateMany({ where: { id: row.id, ...ifStill(row) }, data: wrapped });

export const findRetiredAuditKey = (tx: Tx, id: string) => tx.retiredAuditKey.findUnique({ where: { id } });

/** Keeps an audit key beyond its secret, in the place of what was kept under its name. */
export const keepAuditKey = (tx: Tx, { id, ...wrapped }: Wrapped & { id: string }) =>
	tx.retiredAuditKey.upsert({ where: { id }, create: { id, ...wrapped }, update: wrapped });

/** Texts of keys that are still accepted and were hashed under another pepper. */
export const countKeysNotUnder = (tx: Tx, agencyId: string, pepperId: string, now: Date) =>
	tx.keySecret.count({
		where: {
			agencyId,
			pepperId: { not: pepperId },
			OR: [{ endsAt: null }, { endsAt: { gt: now } }],
			key: { deletedAt: null, revokedAt: null },
		},
	});

/** People whose password was hashed under another pepper. */
export const countPasswordsNotUnder = (tx: Tx, pepperId: string) =>
	tx.user.count({ where: { NOT: { passwordHash: { startsWith: `${pepperId}:` } } } });
