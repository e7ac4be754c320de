/**
 * The countdown of a key that nobody uses. It counts from a basis: the key's last valid use, or its creation, restore,
 * switch-on or "keep alive" when that is later.
 *
 *   none ──15 days before──► noticed 15 ──7 days before──► noticed 7 ──1 day before──► noticed 1 ──the end──► deleted
 *
 * One step at a time, each at its moment or later. A notice that comes late moves the end, so that what it says is true.
 * Another basis, an exemption or a longer period ends the countdown at any point, and what was noticed counts no more.
 */
export type Countdown = {
	basis: Date;
	endsAt: Date;
	noticed15At: Date | null;
	noticed7At: Date | null;
	noticed1At: Date | null;
};

export const NOTICE_DAYS = [15, 7, 1] as const;
export type NoticeDays = (typeof NOTICE_DAYS)[number];

export const INACTIVITY_DAYS = { min: 30, max: 730 } as const;

const DAY_MS = 86_400_000;

/** Since when a key is idle, and after how many idle days it goes; null when it never does. */
export type Idleness = { since: Date; days: number | null };

type IdleKey = {
	idleFrom: Date;
	lastUsedAt: Date | null;
	inactivityDays: number | null;
	inactivityExempt: boolean;
	revokedAt: Date | null;
};

/** What the rule sees of a key: its own period goes before the agency's, and a revoked key stays for ever. */
export function idlenessOf(key: IdleKey, agencyDays: number | null): Idleness {
	const { idleFrom, lastUsedAt, inactivityDays, inactivityExempt, revokedAt } = key;
	return {
		since: lastUsedAt && lastUsedAt > idleFrom ? lastUsedAt : idleFrom,
		days: inactivityExempt || revokedAt ? null : (inactivityDays ?? agencyDays),
	};
}

export type Step =
	| { kind: "wait" }
	| { kind: "end" }
	| { kind: "notice"; days: NoticeDays; countdown: Countdown }
	| { kind: "delete"; countdown: Countdown };

const daysAfter = (from: Date, days: number) => new Date(from.getTime() + days * DAY_MS);
const later = (one: Date, other: Date) => (one > other ? one : other);

/** Whether a countdown still counts towards what it was begun for. A period that became shorter keeps the announced end. */
export const stillHolds = (
	{ basis, endsAt }: Pick<Countdown, "basis" | "endsAt">,
	{ since, days }: Idleness,
) => days !== null && basis.getTime() === since.getTime() && endsAt >= daysAfter(since, days);

/** A notice, or the deletion when it is null, and when it is due. */
export type Milestone = { at: Date; notice: NoticeDays | null };

/** What comes next for a key, whenever that is; null when nothing ever does. */
function nextStep(running: Countdown | null, { since, days }: Idleness): Milestone | null {
	if (days === null) return null;
	const { endsAt, noticed15At, noticed7At, noticed1At } = running ?? fresh(since, days);
	if (!noticed15At) return { at: daysAfter(endsAt, -15), notice: 15 };
	if (!noticed7At) return { at: daysAfter(endsAt, -7), notice: 7 };
	if (!noticed1At) return { at: daysAfter(endsAt, -1), notice: 1 };
	return { at: later(endsAt, daysAfter(noticed1At, 1)), notice: null };
}

const fresh = (since: Date, days: number): Countdown => ({
	basis: since,
	endsAt: daysAfter(since, days),
	noticed15At: null,
	noticed7At: null,
	noticed1At: null,
});

/** What is to be done with a key now. */
export function stepOf(stored: Countdown | null, idleness: Idleness, now: Date): Step {
	if (stored && !stillHolds(stored, idleness)) return { kind: "end" };
	const next = nextStep(stored, idleness);
	if (!next || idleness.days === null || next.at > now) return { kind: "wait" };
	const countdown = stored ?? fresh(idleness.since, idleness.days);
	if (next.notice === null) return { kind: "delete", countdown };
	const endsAt = later(countdown.endsAt, daysAfter(now, next.notice));
	return {
		kind: "notice",
		days: next.notice,
		countdown: { ...countdown, endsAt, ...noticedAt(next.notice, now) },
	};
}

/** All that is still to come when nobody uses the key and every step is taken in time: the notices, then the deletion. */
export function planOf(stored: Countdown | null, idleness: Idleness, now: Date): Milestone[] {
	const plan: Milestone[] = [];
	let countdown = stored && stillHolds(stored, idleness) ? stored : null;
	for (let next = nextStep(countdown, idleness); next; next = nextStep(countdown, idleness)) {
		const at = later(next.at, now);
		plan.push({ at, notice: next.notice });
		const step = stepOf(countdown, idleness, at);
		if (step.kind !== "notice") return plan;
		countdown = step.countdown;
	}
	return plan;
}

const COLUMNS = { 15: "noticed15At", 7: "noticed7At", 1: "noticed1At" } as const;

const noticedAt = (days: NoticeDays, now: Date) => ({ [COLUMNS[days]]: now });

/**
 * The notice of an end date that is due now. No date is moved for it: what was missed is skipped for the next one that
 * fits, and at most one is due at a time.
 */
export function expiryNotice(
	stored: Countdown | null,
	expiresAt: Date,
	now: Date,
): { days: NoticeDays; daysLeft: number; countdown: Countdown } | null {
	const left = (expiresAt.getTime() - now.getTime()) / DAY_MS;
	const days = NOTICE_DAYS.findLast((each) => left <= each);
	if (left <= 0 || days === undefined) return null;
	const countdown = stored ?? fresh(expiresAt, 0);
	if (countdown[COLUMNS[days]]) return null;
	return { days, daysLeft: Math.ceil(left), countdown: { ...countdown, ...noticedAt(days, now) } };
}

/** Whether a secret is older than its key asks for. */
export const isRotationDue = (
	{ secretSince, rotateEveryDays }: { secretSince: Date; rotateEveryDays: number | null },
	now: Date,
) => rotateEveryDays !== null && daysAfter(secretSince, rotateEveryDays) <= now;
