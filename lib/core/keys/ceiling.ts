import { coversRange } from "../addresses.ts";
import type { FieldError } from "../errors.ts";
import { holdsScope } from "../scopes.ts";
import type { KeyLevel, KeyRole } from "./key.ts";

/** What a key may do, where, from where and for how long. */
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
};

const MANAGING = "keys.write";

/**
 * Where `wanted` holds more than the key that asks for it does, in words for its holder. The right to manage keys is never
 * handed out by a key: it stays where it was `before`.
 */
export function ceilingProblems(
	own: KeyPower,
	wanted: KeyPower,
	before: { scopes: readonly string[] } | null,
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
	return problems;
}

/** Whether a key may change another: it must hold all that the other one does, and the other must manage no keys. */
export const mayTouch = (own: KeyPower & { id: string }, target: KeyPower & { id: string }) =>
	own.id === target.id || ceilingProblems(own, target, null).length === 0;

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
