import { coversRange } from "../addresses.ts";
import type { FieldError } from "../errors.ts";
import { holdsScope } from "../scopes.ts";
import type { KeyLevel, KeyRole } from "./key.ts";
import { isSameRefill, type Refill } from "./refill.ts";

/** What a key may do, where, from where, for how long, how often and how many times. */
export type KeyPower = {
	level: KeyLevel;
	locationId: string | null;
	/** Of an agency key: those it acts on; null for all. */
	locationIds: readonly string[] | null;
	role: KeyRole;
	scopes: readonly string[];
	expiresAt: Date | null;
	/** Empty lets every address in. */
	allowedAddresses: readonly string[];
	/** Null for no limit. */
	rateLimit: RateLimit | null;
	/** Uses that are left; null for any number. */
	credits: number | null;
};

type RateLimit = { max: number; seconds: number };

/** {@link KeyPower} that is held against another key's, which may have no refill to hand out. */
export type WantedPower = KeyPower & { refill: Refill | null };

const MANAGING = "keys.write";

/**
 * Where `wanted` holds more than the key that asks for it does, in words for its holder. The right to manage keys is never
 * handed out by a key: it stays where it was `before`. So do credits, which others may spend meanwhile.
 */
export function ceilingProblems(
	own: KeyPower,
	wanted: WantedPower,
	before: WantedPower | null,
): FieldError[] {
	const problems: FieldError[] = [];
	const beyond = wanted.scopes.filter((scope) => !holdsScope(own.scopes, scope));
	if (beyond.length > 0) {
		problems.push({ field: "scopes", message: `Your key does not hold ${beyond.join(", ")} itself.` });
	}
	if (wanted.scopes.includes(MANAGING) && !before?.scopes.includes(MANAGING)) {
		problems.push({ field: "scopes", message: `A key cannot hand out ${MANAGING}. People can.` });
	}
	if (wanted.role === "ADMIN" && own.role !== "ADMIN") {
		problems.push({ field: "role", message: "Your key is READONLY itself." });
	}
	if (wanted.level === "AGENCY" && own.level !== "AGENCY") {
		problems.push({ field: "level", message: "Your key is a location's own." });
	}
	if (!reaches(own, wanted)) {
		const field = wanted.level === "LOCATION" ? "locationId" : "locationIds";
		problems.push({ field, message: "Your key does not act on all of these locations itself." });
	}
	if (own.expiresAt && (wanted.expiresAt === null || wanted.expiresAt > own.expiresAt)) {
		const message = `Your key itself ends at ${own.expiresAt.toISOString()}; give an end date up to then.`;
		problems.push({ field: "expiresAt", message });
	}
	if (!admitsNoMore(own.allowedAddresses, wanted.allowedAddresses)) {
		const message = "Your key may not be used from all of these addresses itself.";
		problems.push({ field: "allowedAddresses", message });
	}
	if (own.rateLimit && !isWithin(own.rateLimit, wanted.rateLimit)) {
		const { max, seconds } = own.rateLimit;
		const message = `Your key itself may be used ${max} times in ${seconds} s; give a limit within that.`;
		problems.push({ field: "rateLimit", message });
	}
	if (own.credits !== null) problems.push(...quotaProblems(own.credits, wanted, before));
	return problems;
}

/** What a key with credits hands out beyond them. It never hands out credits that come back. */
function quotaProblems(own: number, wanted: WantedPower, before: WantedPower | null): FieldError[] {
	const most = Math.max(own, before === null ? 0 : (before.credits ?? Number.POSITIVE_INFINITY));
	const problems: FieldError[] = [];
	if ((wanted.credits ?? Number.POSITIVE_INFINITY) > most) {
		problems.push({ field: "credits", message: `Your key itself has ${own} credits left; give no more.` });
	}
	if (wanted.refill && !isSameRefill(wanted.refill, before?.refill ?? null)) {
		problems.push({ field: "refill", message: "Your key has credits itself: it gives none that come back." });
	}
	return problems;
}

/** Whether a limit lets no more through than another in any stretch of time. */
const isWithin = (outer: RateLimit, inner: RateLimit | null) =>
	inner !== null && inner.max * Math.max(1, outer.seconds / inner.seconds) <= outer.max;

function reaches(own: KeyPower, wanted: KeyPower) {
	if (own.level === "LOCATION") return wanted.locationId === own.locationId;
	if (own.locationIds === null) return true;
	const asked = wanted.level === "LOCATION" ? [wanted.locationId ?? ""] : wanted.locationIds;
	return asked?.every((id) => own.locationIds?.includes(id)) ?? false;
}

function admitsNoMore(own: readonly string[], wanted: readonly string[]) {
	if (own.length === 0) return true;
	return wanted.length > 0 && wanted.every((range) => own.some((outer) => coversRange(outer, range)));
}
