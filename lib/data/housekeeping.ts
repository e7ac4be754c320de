import type { Database } from "./client.ts";

/** Forgets processes that have been silent for a day, with the numbers of their batches. */
export const forgetInstances = ({ enginePool }: Database) =>
	enginePool.query("select latchkey_forget_instances()");

/** Forgets signatures whose time is over: they would be refused for their age. */
export const forgetSignatures = ({ enginePool }: Database) =>
	enginePool.query("select latchkey_forget_signatures()");

/**
 * Deletes up to `max` sessions that ended or expired before an instant, and returns how many there were. What another
 * process is deleting is left to it.
 */
export const deleteSessionsBefore = ({ db }: Database, before: Date, max: number) =>
	db.$executeRaw`delete from sessions where id in (
		select id from sessions where ended_at < ${before} or expires_at < ${before}
		limit ${max} for update skip locked)`;

/** Forgets tokens that nobody can use any more. */
export const deleteTokensBefore = ({ db }: Database, before: Date) =>
	db.oneTimeToken.deleteMany({ where: { expiresAt: { lt: before } } });

/** Forgets up to `max` refusals of keys from before a moment, in every agency, and returns how many there were. */
export async function deleteRefusalsBefore({ db }: Database, before: Date, max: number): Promise<number> {
	const [row] = await db.$queryRaw<{ count: number }[]>`
		select latchkey_forget_refusals(${before}, ${max}::int) as count`;
	return row?.count ?? 0;
}

/** Forgets up to `max` hours of places from before a moment, in every agency, and returns how many there were. */
export async function deletePlaceHoursBefore({ db }: Database, before: Date, max: number): Promise<number> {
	const [row] = await db.$queryRaw<{ count: number }[]>`
		select latchkey_forget_place_hours(${before}, ${max}::int) as count`;
	return row?.count ?? 0;
}

/** Forgets up to `max` notifications from before a moment, in every agency, and returns how many there were. */
export async function deleteNotificationsBefore(
	{ db }: Database,
	before: Date,
	max: number,
): Promise<number> {
	const [row] = await db.$queryRaw<{ count: number }[]>`
		select latchkey_forget_notifications(${before}, ${max}::int) as count`;
	return row?.count ?? 0;
}
