import { scopesForLevel } from "../scopes.ts";
import type { KeyLevel } from "./key.ts";

/** Why somebody should look at a key soon: left alone, something happens to it or goes on that nobody wants. */
export const URGENT_ATTENTIONS = ["expiring", "idle", "refused", "oldSecret"] as const;

/** Why somebody should look at a key in their own time: it can do more, or is there for longer, than it need be. */
export const CALM_ATTENTIONS = ["neverUsed", "wide"] as const;

export const ATTENTIONS = [...URGENT_ATTENTIONS, ...CALM_ATTENTIONS] as const;
export type Attention = (typeof ATTENTIONS)[number];

/** So far are keys counted that need attention: nobody counts further, and the database need not either. */
export const ATTENTION_MAX = 1_000;

export const EXPIRING_DAYS = 14;
export const NEVER_USED_DAYS = 30;

/**
 * When a key is refused more than usual: so often in the last 24 hours, since fewer refusals are noise, and more than so
 * many times as often as on the mean of the whole days (UTC) that were over when these began.
 */
export const MUCH_REFUSED = { leastInDay: 20, timesUsual: 3, usualDays: 7 } as const;

/** {@link MUCH_REFUSED}, decided for one key: of its refusals in the last 24 hours and on all of the usual days. */
export function isRefusedMoreThanUsual({ inDay, onUsualDays }: { inDay: number; onUsualDays: number }) {
	const { leastInDay, timesUsual, usualDays } = MUCH_REFUSED;
	return inDay >= leastInDay && inDay * usualDays > timesUsual * onUsualDays;
}

/** How many scopes a key with full access holds. */
export const fullAccessScopes = (level: KeyLevel) => scopesForLevel(level).length;
