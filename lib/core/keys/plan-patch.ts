import { AppError } from "../errors.ts";
import type { Scope } from "../scopes.ts";
import type { BulkChange } from "./bulk-change.ts";
import type { KeyRole } from "./key.ts";

const DAY_MS = 86_400_000;

/** Changes of many keys that are parts of an edit. */
export type PatchChange = Extract<
	BulkChange,
	{ kind: "extend" | "endIn" | "makeReadonly" | "removeUnusedScopes" | "exempt" }
>;

/** What a key says that such a change goes by. */
export type PatchSubject = {
	role: KeyRole;
	expiresAt: Date | null;
	inactivityExempt: boolean;
	/** What would be left of its scopes without those that nobody uses; null when none is known to be unused. */
	scopesLeft: readonly Scope[] | null;
};

export type PlannedPatch =
	| { expiresAt: Date }
	| { role: "READONLY" }
	| { scopes: Scope[] }
	| { inactivityExempt: true };

/** Why a key stays as it is, as whoever asked for the change reads it. */
const WHY_KEPT = {
	noEnd: "This key has no end date, so it cannot be extended.",
	endsLater: "This key ends later already.",
	hasEnd: "This key has an end date already.",
	readonly: "This key is READONLY already.",
	noneUnused: "No scope of this key is known to be unused.",
	noneLeft: "This key would have no scope left. Switch it off instead.",
	exempt: "The inactivity rule leaves this key alone already.",
} as const;

export type PatchRefusal = keyof typeof WHY_KEPT;

/** What a change makes of a key now, or why it makes nothing of it: for who makes it and for who looks before. */
export function planPatch(
	key: PatchSubject,
	change: PatchChange,
	now: Date,
): { patch: PlannedPatch } | { why: PatchRefusal } {
	const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS);
	switch (change.kind) {
		case "extend":
			return planExtension(key.expiresAt, "until" in change.to ? change.to.until : inDays(change.to.days));
		case "endIn":
			// An end that there is may be sooner.
			return key.expiresAt ? { why: "hasEnd" } : { patch: { expiresAt: inDays(change.days) } };
		case "makeReadonly":
			return key.role === "READONLY" ? { why: "readonly" } : { patch: { role: "READONLY" } };
		case "removeUnusedScopes":
			if (!key.scopesLeft) return { why: "noneUnused" };
			return key.scopesLeft.length === 0 ? { why: "noneLeft" } : { patch: { scopes: [...key.scopesLeft] } };
		case "exempt":
			return key.inactivityExempt ? { why: "exempt" } : { patch: { inactivityExempt: true } };
		default:
			return change satisfies never;
	}
}

function planExtension(expiresAt: Date | null, end: Date) {
	if (!expiresAt) return { why: "noEnd" } as const;
	return expiresAt >= end ? ({ why: "endsLater" } as const) : { patch: { expiresAt: end } };
}

/** {@link planPatch} for whoever makes the change. Throws when the key stays as it is. */
export function patchOf(key: PatchSubject, change: PatchChange, now: Date): PlannedPatch {
	const planned = planPatch(key, change, now);
	if ("why" in planned) throw new AppError("conflict", WHY_KEPT[planned.why]);
	return planned.patch;
}
