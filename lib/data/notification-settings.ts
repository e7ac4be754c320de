import type { MailChoice } from "#lib/core/mail-choice.ts";
import type { Database, Tx } from "./client.ts";

type SettingTx = Pick<Tx, "notificationSetting">;

/** How a person is told beside the app; null when they have never said. */
export const findMailChoice = async (tx: SettingTx, userId: string): Promise<MailChoice | null> =>
	((await tx.notificationSetting.findUnique({ where: { userId }, select: { mail: true } }))
		?.mail as MailChoice) ?? null;

export const saveMailChoice = (tx: SettingTx, userId: string, mail: MailChoice, now: Date) =>
	tx.notificationSetting.upsert({
		where: { userId },
		create: { userId, mail, updatedAt: now },
		update: { mail, updatedAt: now },
		select: { userId: true },
	});

/** {@link findMailChoice}, held until the transaction ends: who mails the person takes turns with whoever else does. */
export async function lockMailChoice(tx: Tx, userId: string): Promise<MailChoice | null> {
	const rows = await tx.$queryRaw<{ mail: MailChoice }[]>`
		select mail from notification_settings where user_id = ${userId}::uuid for update`;
	return rows[0]?.mail ?? null;
}

/** What these people chose; those who never did are left out. */
export const listMailChoices = async ({ db }: Pick<Database, "db">, userIds: readonly string[]) =>
	new Map(
		(
			await db.notificationSetting.findMany({
				where: { userId: { in: [...userIds] } },
				select: { userId: true, mail: true },
			})
		).map(({ userId, mail }) => [userId, mail as MailChoice]),
	);

/** People who have something to be mailed that has waited since before a moment. */
export const listUnmailedPeople = async ({ db }: Pick<Database, "db">, before: Date, max: number) =>
	(
		await db.$queryRaw<{ userId: string }[]>`
			select user_id as "userId" from latchkey_unmailed_people(${before}, ${max}::int)`
	).map(({ userId }) => userId);
