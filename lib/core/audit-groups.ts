import { AUDIT_ACTIONS } from "./audit.ts";

const startingWith = (...starts: string[]) =>
	AUDIT_ACTIONS.filter((action) => starts.some((start) => action.startsWith(start)));

/** What the audit log can be narrowed to: the actions of each group. A refusal belongs to two of these. */
export const AUDIT_GROUPS = {
	keys: startingWith("key.", "key_list.", "key_review."),
	people: startingWith("agency_member.", "location_member.", "invitation.", "agency.hand_over"),
	webhooks: startingWith("webhook."),
	locations: startingWith("location."),
	"sign-ins": startingWith("session.", "step_up.", "account.", "second_factor.", "recovery_"),
	"shared-secret": startingWith("shared_secret."),
	policies: startingWith("policy."),
	agency: startingWith("agency.", "audit."),
	refusals: startingWith("access.", "session.refuse", "step_up."),
} as const;

export type AuditGroup = keyof typeof AUDIT_GROUPS;

export const AUDIT_GROUP_NAMES = Object.keys(AUDIT_GROUPS) as AuditGroup[];
