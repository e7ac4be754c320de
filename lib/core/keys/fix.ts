import { z } from "zod";
import { Id } from "../ids.ts";
import type { Policy } from "../policies.ts";
import type { Scope } from "../scopes.ts";
import { capScopes } from "../scopes.ts";
import { BulkChange } from "./bulk-change.ts";
import { FINDINGS } from "./health.ts";
import { type KeyRole, type KeyStatus, keyStatus } from "./key.ts";
import { type PatchRefusal, type PatchSubject, type PlannedPatch, planPatch } from "./plan-patch.ts";
import { isInRecentUse } from "./recent-use.ts";

const DAY_MS = 86_400_000;

/** So many keys are looked at before a change, and changed by it. */
export const FIX_MAX = 1_000;

/** What a review offers to do with keys: changes of many that also make sense there. */
export type Fix = Extract<
	BulkChange,
	{
		kind:
			| "switchOff"
			| "endIn"
			| "extend"
			| "makeReadonly"
			| "removeUnusedScopes"
			| "keepAlive"
			| "exempt"
			| "delete"
			| "revoke";
	}
>;
export type FixKind = Fix["kind"];

/** Which keys a change is about: these, or all that a finding is about at the place. */
export const FixPreviewForm = z.strictObject({
	locationId: Id.nullable(),
	about: z.union([
		z.strictObject({ keyIds: z.array(Id).min(1).max(FIX_MAX) }),
		z.strictObject({ finding: z.enum(FINDINGS), exceptIds: z.array(Id).max(FIX_MAX) }),
	]),
	change: BulkChange,
});
export type FixPreviewForm = z.output<typeof FixPreviewForm>;

/** What a change does to a key, or why it does nothing. */
export type FixEffect =
	| { becomes: "status"; before: KeyStatus; after: "Inactive" | "Revoked" | "Trash" }
	| { becomes: "end"; before: string | null; after: string }
	/** `narrowed`: the scopes that only let the key read from then on. */
	| { becomes: "role"; before: KeyRole; after: KeyRole; narrowed: string[] }
	| { becomes: "scopes"; before: number; after: number; taken: string[] }
	| { becomes: "idleSince"; before: string; after: string }
	| { becomes: "exempt" }
	| { becomes: null; why: FixRefusal };

export type FixRefusal = PatchRefusal | "revoked" | "off" | "usedLately" | "policy" | "notHere";

export type FixSubject = PatchSubject & {
	scopes: readonly Scope[];
	enabled: boolean;
	revokedAt: Date | null;
	idleSince: Date;
	lastUsedAt: Date | null;
};

const keep = (why: FixRefusal): FixEffect => ({ becomes: null, why });

/** What a change would do to a key now, under the agency's policy. The change itself looks again. */
export function effectOf(
	key: FixSubject,
	change: BulkChange,
	policy: Pick<Policy, "keyDaysMax">,
	now: Date,
): FixEffect {
	const effect = effectWithoutPolicy(key, change, now);
	const latest = policy.keyDaysMax === null ? null : new Date(now.getTime() + policy.keyDaysMax * DAY_MS);
	return effect.becomes === "end" && latest && new Date(effect.after) > latest ? keep("policy") : effect;
}

function effectWithoutPolicy(key: FixSubject, change: BulkChange, now: Date): FixEffect {
	if (key.revokedAt && change.kind !== "delete") return keep("revoked");
	const status = keyStatus(key, now);
	switch (change.kind) {
		case "switchOff":
			return key.enabled ? { becomes: "status", before: status, after: "Inactive" } : keep("off");
		case "revoke":
			return { becomes: "status", before: status, after: "Revoked" };
		case "delete":
			return isInRecentUse(key.lastUsedAt, now) && !change.usedToo
				? keep("usedLately")
				: { becomes: "status", before: status, after: "Trash" };
		case "keepAlive":
			return { becomes: "idleSince", before: key.idleSince.toISOString(), after: now.toISOString() };
		case "endIn":
		case "extend":
		case "makeReadonly":
		case "removeUnusedScopes":
		case "exempt": {
			const planned = planPatch(key, change, now);
			return "why" in planned ? keep(planned.why) : effectOfPatch(key, planned.patch);
		}
		default:
			return keep("notHere");
	}
}

function effectOfPatch({ expiresAt, scopes, role }: FixSubject, patch: PlannedPatch): FixEffect {
	if ("expiresAt" in patch) {
		const before = expiresAt?.toISOString() ?? null;
		return { becomes: "end", before, after: patch.expiresAt.toISOString() };
	}
	if ("role" in patch) {
		const kept = capScopes(scopes, patch.role);
		const narrowed = scopes.filter((scope) => !kept.includes(scope));
		return { becomes: "role", before: role, after: patch.role, narrowed };
	}
	if ("inactivityExempt" in patch) return { becomes: "exempt" };
	const left = capScopes(patch.scopes, role);
	const taken = scopes.filter((scope) => !left.includes(scope));
	return { becomes: "scopes", before: scopes.length, after: left.length, taken };
}
