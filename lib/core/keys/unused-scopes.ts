import { readonlyForm, type Scope } from "../scopes.ts";

const DAY_MS = 86_400_000;

/** Without a use for so long, a scope can be taken away. */
export const UNUSED_SCOPE_DAYS = 90;

/** What is known of the uses of a key's scopes. */
export type ScopeRecord = {
	granted: readonly Scope[];
	/** When a good use last asked for a scope. */
	lastUsed: ReadonlyMap<string, Date>;
	/** When a good use last named no scope: whoever asked may have gone by any of them. */
	lastUnnamed?: Date | null | undefined;
	createdAt: Date;
	/** When the key was last given a scope, if that was after it was made. */
	scopesAddedAt?: Date | null | undefined;
	/** Since when uses are recorded by scope. */
	recordedSince: Date;
	now: Date;
	days?: number | undefined;
};

/** From when on the uses of a key's scopes are known: recorded, and all of them held. */
export const scopesKnownSince = ({
	createdAt,
	scopesAddedAt,
	recordedSince,
}: Pick<ScopeRecord, "createdAt" | "scopesAddedAt" | "recordedSince">) =>
	new Date(Math.max(createdAt.getTime(), scopesAddedAt?.getTime() ?? 0, recordedSince.getTime()));

/**
 * The scopes of a key that nobody has used for so many days; none as long as that cannot be known. A `.readonly` beside its
 * `.write` counts as used as long as the `.write` is, which includes it: without it the key could do as much.
 */
export function unusedScopes(record: ScopeRecord): readonly Scope[] {
	const { granted, lastUnnamed, now, days = UNUSED_SCOPE_DAYS } = record;
	const since = new Date(now.getTime() - days * DAY_MS);
	if (scopesKnownSince(record) > since || (lastUnnamed && lastUnnamed >= since)) return [];
	const isUsed = (scope: Scope) => (record.lastUsed.get(scope) ?? 0) >= since;
	return granted.filter((scope) => {
		const writing = granted.find((other) => other !== scope && readonlyForm(other) === scope);
		return !isUsed(scope) && !(writing && isUsed(writing));
	});
}

/**
 * What a key holds once scopes are taken from it. A `.write` leaves its `.readonly` behind when that was ever used: the
 * writing form is what allowed it.
 */
export function scopesWithout(
	{ granted, lastUsed }: Pick<ScopeRecord, "granted" | "lastUsed">,
	taken: readonly Scope[],
): readonly Scope[] {
	const kept = granted.flatMap((scope) => {
		if (!taken.includes(scope)) return scope;
		const reading = readonlyForm(scope);
		return reading !== scope && lastUsed.has(reading) && !taken.includes(reading) ? reading : [];
	});
	return [...new Set(kept)];
}
