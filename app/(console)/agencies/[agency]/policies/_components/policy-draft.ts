import type { Policy } from "#lib/core/policies.ts";
import type { Scope } from "#lib/core/scopes.ts";

/** A policy as the form holds it: what was typed, not what it means. */
export type PolicyDraft = {
	keyDaysMax: string;
	limitsScopes: boolean;
	locationScopes: Scope[];
	addressesRequired: boolean;
	agencyKeysMax: string;
	locationKeysMax: string;
	inactivityDays: string;
	leaverKeys: Policy["leaverKeys"];
};

const numberText = (value: number | null) => (value === null ? "" : String(value));

export const draftOfPolicy = (policy: Policy): PolicyDraft => ({
	keyDaysMax: numberText(policy.keyDaysMax),
	limitsScopes: policy.locationScopes !== null,
	locationScopes: [...(policy.locationScopes ?? [])],
	addressesRequired: policy.addressesRequired,
	agencyKeysMax: numberText(policy.agencyKeysMax),
	locationKeysMax: numberText(policy.locationKeysMax),
	inactivityDays: numberText(policy.inactivityDays),
	leaverKeys: policy.leaverKeys,
});

const numberOf = (text: string) => (text.trim() === "" ? null : Number(text));

/** What the action takes. What is no number is sent for the server to refuse. */
export const policyInput = (draft: PolicyDraft) => ({
	keyDaysMax: numberOf(draft.keyDaysMax),
	locationScopes: draft.limitsScopes ? draft.locationScopes : null,
	addressesRequired: draft.addressesRequired,
	agencyKeysMax: numberOf(draft.agencyKeysMax),
	locationKeysMax: numberOf(draft.locationKeysMax),
	inactivityDays: numberOf(draft.inactivityDays),
	leaverKeys: draft.leaverKeys,
});

/** Whether two drafts say the same: the order in which scopes were ticked does not matter. */
export function isSameDraft(one: PolicyDraft, other: PolicyDraft) {
	const text = (draft: PolicyDraft) => {
		const input = policyInput(draft);
		return JSON.stringify({
			...input,
			locationScopes: input.locationScopes && [...input.locationScopes].sort(),
		});
	};
	return text(one) === text(other);
}
