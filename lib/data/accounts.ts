import type { Language } from "#lib/core/texts/languages.ts";
import type { Tx } from "./client.ts";

export const updateName = (tx: Tx, id: string, name: string, now: Date) =>
	tx.user.update({ where: { id }, data: { name, updatedAt: now }, select: { id: true } });

export const updateEmail = (tx: Tx, id: string, email: string, now: Date) =>
	tx.user.update({ where: { id }, data: { email, updatedAt: now }, select: { id: true } });

export const updateLanguage = (tx: Tx, id: string, language: Language, now: Date) =>
	tx.user.update({ where: { id }, data: { language, updatedAt: now }, select: { id: true } });

/** {@link updateLanguage} of a person who has none yet. */
export const keepFirstLanguage = (tx: Tx, id: string, language: Language, now: Date) =>
	tx.user.updateMany({ where: { id, language: null }, data: { language, updatedAt: now } });

export type StoredPassword = { passwordHash: string; passwordStandsAlone: boolean };

export const updatePassword = (tx: Tx, id: string, password: StoredPassword, now: Date) =>
	tx.user.update({
		where: { id },
		data: { ...password, passwordChangedAt: now, updatedAt: now },
		select: { id: true },
	});

/** {@link updatePassword}, unless the password has become another one meanwhile: false then. */
export async function replacePassword(
	tx: Tx,
	{ id, passwordHash }: { id: string; passwordHash: string },
	password: StoredPassword,
	now: Date,
) {
	const { count } = await tx.user.updateMany({
		where: { id, passwordHash },
		data: { ...password, passwordChangedAt: now, updatedAt: now },
	});
	return count === 1;
}

/** Stores another hash of the same password, if it is the same still. */
export const replaceHash = (
	tx: Tx,
	{ id, passwordHash }: { id: string; passwordHash: string },
	hash: string,
) => tx.user.updateMany({ where: { id, passwordHash }, data: { passwordHash: hash } });

/** Makes changes of one account take turns until the transaction ends: password, second factor and sessions depend on each other. */
export const lockAccount = (tx: Pick<Tx, "$queryRaw">, id: string) =>
	tx.$queryRaw`select 1 from users where id = ${id}::uuid for no key update`;
