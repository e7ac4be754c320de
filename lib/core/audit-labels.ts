import { AUDIT_ACTIONS, type AuditAction, type AuditSubjectKind } from "./audit.ts";

/** What somebody did, for the reader of the audit log. */
export const AUDIT_LABELS: Record<AuditAction, string> = {
	"agency.create": "Created the agency",
	"agency.rename": "Renamed the agency",
	"agency.delete": "Deleted the agency",
	"agency_member.invite": "Invited a person to the agency",
	"agency_member.add": "Added a person to the agency",
	"agency_member.change_role": "Changed a person's role in the agency",
	"agency_member.remove": "Removed a person from the agency",
	"agency_member.leave": "Left the agency",
	"agency.hand_over": "Handed the agency over",
	"location.create": "Created a location",
	"location.rename": "Renamed a location",
	"location.edit": "Changed what a location says of itself",
	"location.suspend": "Suspended a location",
	"location.resume": "Resumed a location",
	"location.delete": "Deleted a location",
	"location_member.invite": "Invited a person to a location",
	"location_member.add": "Added a person to a location",
	"location_member.change_role": "Changed a person's role at a location",
	"location_member.remove": "Removed a person from a location",
	"location_member.leave": "Left a location",
	"invitation.resend": "Sent an invitation again",
	"invitation.withdraw": "Withdrew an invitation",
	"key.create": "Created an API key",
	"key.edit": "Edited an API key",
	"key.enable": "Switched an API key on",
	"key.disable": "Switched an API key off",
	"key.revoke": "Revoked an API key",
	"key.delete": "Deleted an API key",
	"key.restore": "Restored an API key",
	"key.rotate": "Rotated an API key",
	"key.extend_overlap": "Let the older secret of an API key go on for longer",
	"key.end_overlap": "Ended the older secret of an API key",
	"key.keep_alive": "Kept an unused API key alive",
	"key.purge": "Removed a deleted API key for good",
	"webhook.create": "Added a webhook",
	"webhook.edit": "Edited a webhook",
	"webhook.delete": "Deleted a webhook",
	"webhook.test": "Sent a test to a webhook",
	"webhook.resend": "Sent an event to a webhook again",
	"policy.edit": "Changed the policies",
	"shared_secret.create": "Created the API shared secret",
	"shared_secret.reveal": "Looked at the API shared secret",
	"shared_secret.rotate": "Rotated the API shared secret",
	"shared_secret.end": "Ended a version of the API shared secret",
	"audit.export": "Exported the audit log",
	"session.start": "Signed in",
	"session.refuse": "Sign-in refused",
	"session.end": "Signed out",
	"step_up.refuse": "Could not prove their identity",
	"account.edit": "Edited their account",
	"account.change_email": "Changed their e-mail address",
	"account.change_password": "Changed their password",
	"account.reset_password": "Reset their password",
	"account.issue_reset_link": "Made a link to reset a password",
	"second_factor.enable": "Switched two-step sign-in on",
	"second_factor.disable": "Switched two-step sign-in off",
	"recovery_codes.renew": "Made new recovery codes",
	"recovery_code.use": "Used a recovery code",
	"access.refuse": "Was refused: their role does not allow it",
};

export const AUDIT_SUBJECTS: Record<AuditSubjectKind, string> = {
	agency: "Agency",
	location: "Location",
	person: "Person",
	invitation: "Invitation",
	key: "API key",
	webhook: "Webhook",
	policy: "Policies",
	shared_secret: "API shared secret",
	audit_log: "Audit log",
};

const startingWith = (...starts: string[]) =>
	AUDIT_ACTIONS.filter((action) => starts.some((start) => action.startsWith(start)));

/** What the audit log can be narrowed to. A refusal belongs to two of these. */
export const AUDIT_GROUPS = {
	keys: { label: "API keys", actions: startingWith("key.") },
	people: {
		label: "People and invitations",
		actions: startingWith("agency_member.", "location_member.", "invitation.", "agency.hand_over"),
	},
	webhooks: { label: "Webhooks", actions: startingWith("webhook.") },
	locations: { label: "Locations", actions: startingWith("location.") },
	"sign-ins": {
		label: "Sign-ins and accounts",
		actions: startingWith("session.", "step_up.", "account.", "second_factor.", "recovery_"),
	},
	"shared-secret": { label: "API shared secret", actions: startingWith("shared_secret.") },
	policies: { label: "Policies", actions: startingWith("policy.") },
	agency: { label: "Agency and exports", actions: startingWith("agency.", "audit.") },
	refusals: { label: "Refusals", actions: startingWith("access.", "session.refuse", "step_up.") },
} as const;

export type AuditGroup = keyof typeof AUDIT_GROUPS;

export const AUDIT_GROUP_NAMES = Object.keys(AUDIT_GROUPS) as AuditGroup[];

/** The label of an action that a later release may have written. */
export const auditLabel = (action: string) =>
	(AUDIT_LABELS as Record<string, string | undefined>)[action] ?? action;

export const auditSubjectLabel = (kind: string) =>
	(AUDIT_SUBJECTS as Record<string, string | undefined>)[kind] ?? kind;
