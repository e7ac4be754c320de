import { newId } from "#lib/core/ids.ts";
import type { Context } from "#lib/data/context.ts";
import { type RefusalRow, recordRefusals } from "#lib/data/key-refusals.ts";
import { findOlderSecret } from "#lib/data/key-secrets.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { type Contact, recordUses, type ScopedUse, type UseCount } from "#lib/data/usage.ts";
import { rotateKey } from "#lib/services/keys/rotate.ts";
import { HABITS, type Habit } from "./habits.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const ROTATED_KEY = "Website contact form";
const OVERLAP_DAYS = 7;
/** So many of a day's refusals are told one by one. */
const REFUSALS_TOLD = 10;

type Key = { agency_id: string; key_id: string };

/** Uses of the demo's keys over the last weeks, written as the engine writes them, all at once. Keys by their titles. */
export async function seedUses(ctx: Context, ids: ReadonlyMap<string, string>) {
	const { now } = ctx;
	const counts: UseCount[] = [];
	const contacts: Contact[] = [];
	const scoped: ScopedUse[] = [];
	const refusals: RefusalRow[] = [];
	for (const habit of HABITS) {
		const key = { agency_id: ctx.agencyId, key_id: ids.get(habit.title) ?? "" };
		const good = goodUses(habit, key, now);
		counts.push(...good, ...refusedUses(habit, key, now));
		refusals.push(...toldRefusals(habit, key, now));
		const last = good.at(-1);
		if (!last) continue;
		const lastAt = Math.min(Date.parse(last.hour) + 50 * MINUTE_MS, now.getTime() - 2 * MINUTE_MS);
		contacts.push(...senders(habit, key, good[0] ?? last, lastAt));
		scoped.push({ ...key, scopes: [...habit.scopes], last_at: new Date(lastAt).toISOString() });
	}
	const older = [await leaveOlderSecret(ctx, ids.get(ROTATED_KEY) ?? "")];
	await recordUses(ctx.database, newId(), 1, counts, contacts, older, scoped);
	await recordRefusals(ctx.database, refusals);
}

/** The hours of a habit's days that are over or have begun. */
function hoursOf({ fromDaysAgo, toDaysAgo, hours }: Habit, now: Date) {
	const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
	return Array.from({ length: fromDaysAgo - toDaysAgo + 1 }, (_, index) => fromDaysAgo - index)
		.flatMap((ago) => hours.map((hour) => new Date(today - ago * DAY_MS + hour * HOUR_MS)))
		.filter((at) => at <= now);
}

/** More by day than by night, and never quite the same. */
function goodUses(habit: Habit, key: Key, now: Date): UseCount[] {
	const { hours, perHour, weekend } = habit;
	return hoursOf(habit, now).flatMap((at, index) => {
		const isWeekend = at.getUTCDay() % 6 === 0;
		const byDay = hours.length > 12 ? 0.6 - 0.4 * Math.cos(((at.getUTCHours() - 2) / 12) * Math.PI) : 1;
		const unlike = 1 + 0.25 * Math.sin(index * 12.9898);
		const uses = Math.round(perHour * byDay * unlike * (isWeekend ? weekend : 1));
		return uses > 0 ? [{ ...key, hour: at.toISOString(), verdict: "VALID", uses }] : [];
	});
}

/** One count for each day; those of the last 24 hours are in the hour before this one. */
function refusedUses({ refused, fromDaysAgo, toDaysAgo }: Habit, key: Key, now: Date): UseCount[] {
	if (!refused) return [];
	const { verdict, perDay, lately } = refused;
	const thisHour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
	return Array.from({ length: fromDaysAgo - toDaysAgo }, (_, day) => ({
		...key,
		hour: new Date(thisHour - HOUR_MS - day * DAY_MS).toISOString(),
		verdict,
		uses: day === 0 ? lately : perDay,
	}));
}

function toldRefusals({ refused, senders: [sender] }: Habit, key: Key, now: Date): RefusalRow[] {
	if (!refused || !sender) return [];
	const { verdict, rule, about, lately } = refused;
	const thisHour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
	return Array.from({ length: Math.min(lately, REFUSALS_TOLD) }, (_, index) => ({
		...key,
		...sender,
		request_id: newId(),
		verdict,
		rule,
		about,
		at: new Date(thisHour - (3 + 4 * index) * MINUTE_MS).toISOString(),
	}));
}

const senders = ({ senders: all }: Habit, key: Key, first: UseCount, lastAt: number): Contact[] =>
	all.map((sender, index) => ({
		...key,
		...sender,
		first_at: first.hour,
		last_at: new Date(lastAt - index * 7 * HOUR_MS).toISOString(),
	}));

/** Rotates a key as somebody did two days ago, whose program goes on with the secret of before. */
async function leaveOlderSecret(ctx: Context, keyId: string) {
	const then = { ...ctx, now: new Date(ctx.now.getTime() - 2 * DAY_MS) };
	await rotateKey(then, { keyId, version: 1, overlapSeconds: (OVERLAP_DAYS * DAY_MS) / 1_000 });
	const older = await inTransaction(ctx, (tx) => findOlderSecret(tx, ctx.agencyId, keyId));
	if (!older) throw new Error("the demo's rotated key has no older secret");
	return {
		agency_id: ctx.agencyId,
		key_id: keyId,
		secret_id: older.id,
		address: "198.51.100.9",
		client: "harbour-site/4.2",
		uses: 61,
		last_at: new Date(ctx.now.getTime() - 9 * MINUTE_MS).toISOString(),
	};
}
