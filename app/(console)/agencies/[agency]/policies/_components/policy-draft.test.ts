import { expect, test } from "vitest";
import { DEFAULT_POLICY } from "#lib/core/policies.ts";
import { PolicyFields } from "#lib/core/policy-fields.ts";
import { draftOfPolicy, isSameDraft, policyInput } from "./policy-draft.ts";

const policy = { ...DEFAULT_POLICY, keyDaysMax: 90, locationScopes: ["contacts.readonly" as const] };

test.each([[DEFAULT_POLICY], [policy]])(
	"a form that nobody touched sends the policy as it is: %j",
	(stored) => {
		expect(PolicyFields.parse(policyInput(draftOfPolicy(stored)))).toEqual(stored);
	},
);

test.each([
	["something else than a number", { keyDaysMax: "soon" }, "keyDaysMax"],
	["a word where a number has to be", { inactivityDays: "never" }, "inactivityDays"],
])("%s is sent for the server to refuse", (_name, changes, field) => {
	const sent = policyInput({ ...draftOfPolicy(policy), ...changes });

	expect(PolicyFields.safeParse(sent).error?.issues[0]?.path).toEqual([field]);
});

test("drafts are the same when they mean the same", () => {
	const draft = {
		...draftOfPolicy(policy),
		locationScopes: ["forms.readonly", "contacts.readonly"] as const,
	};
	const one = { ...draft, locationScopes: [...draft.locationScopes] };

	expect(isSameDraft(one, { ...one, locationScopes: [...draft.locationScopes].reverse() })).toBe(true);
	expect(isSameDraft(one, { ...one, keyDaysMax: "90 " })).toBe(true);
	expect(isSameDraft(one, { ...one, keyDaysMax: "" })).toBe(false);
	expect(isSameDraft(one, { ...one, limitsScopes: false })).toBe(false);
});
