import { keysHref, type PlaceSlugs } from "#components/shell/place-href.ts";
import type { Attention } from "#lib/core/keys/attention.ts";
import type { KeyLevel, KeyStatus } from "#lib/core/keys/key.ts";
import type { UsageVerdict } from "#lib/core/usage-periods.ts";
import { keysAddress } from "../keys/keys-query.ts";

export const ATTENTION_HEADING_ID = "attention";

type AttentionCount = { level: KeyLevel; attention: Attention };
type StatusCount = { level: KeyLevel; status: KeyStatus; keys: number };

const tabOf = (place: PlaceSlugs, level: KeyLevel) =>
	place.location ? {} : { tab: level === "AGENCY" ? ("agency" as const) : ("location" as const) };

/** The list of a view's keys of one level that need attention for one reason. */
export const attentionHref = (place: PlaceSlugs, { level, attention }: AttentionCount) =>
	keysAddress(keysHref(place), { ...tabOf(place, level), attention });

/** The list of a view's keys of one level in one state. */
export const statusHref = (place: PlaceSlugs, { level, status }: Omit<StatusCount, "keys">) =>
	keysAddress(keysHref(place), { ...tabOf(place, level), status });

/** What is behind a number of keys that need attention: their list, or, when they are on several, where each is named. */
export function attentionSumHref(
	place: PlaceSlugs,
	counts: readonly AttentionCount[],
	meant: readonly Attention[],
) {
	const [first, ...others] = counts.filter(({ attention }) => meant.includes(attention));
	return first && others.length === 0 ? attentionHref(place, first) : `#${ATTENTION_HEADING_ID}`;
}

/** A verdict that a key gets for as long as it is in a state. */
const STATUS_OF: Partial<Record<UsageVerdict, KeyStatus>> = {
	REVOKED: "Revoked",
	DISABLED: "Inactive",
	EXPIRED: "Expired",
};

/**
 * The list of keys that are behind a number of uses: those in the state that was the verdict, those that were used last, or
 * those that are refused much. Of the two lists of an agency it is the one that has such keys.
 */
export function verdictHref(place: PlaceSlugs, verdict: UsageVerdict, states: readonly StatusCount[]) {
	const status = STATUS_OF[verdict];
	const isBehind = (one: StatusCount) => one.keys > 0 && one.status === (status ?? "Active");
	const level = states.find(isBehind)?.level ?? "AGENCY";
	if (status) return statusHref(place, { level, status });
	if (verdict !== "VALID") return attentionHref(place, { level, attention: "refused" });
	return keysAddress(keysHref(place), { ...tabOf(place, level), sort: "lastUsed", order: "desc" });
}
