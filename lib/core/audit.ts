/** Everything that the audit log tells of: what, and of what kind of thing. */
export const AUDIT_ACTIONS = [
	"agency.create",
	"agency.rename",
	"agency.delete",
	"agency_member.invite",
	"agency_member.add",
	"agency_member.change_role",
	"agency_member.remove",
	"agency_member.leave",
	"agency.hand_over",
	"location.create",
	"location.rename",
	"location.edit",
	"location.suspend",
	"location.resume",
	"location.delete",
	"location_member.invite",
	"location_member.add",
	"location_member.change_role",
	"location_member.remove",
	"location_member.leave",
	"invitation.resend",
	"invitation.withdraw",
	"key.create",
	"key.edit",
	"key.enable",
	"key.disable",
	"key.revoke",
	"key.delete",
	"key.restore",
	"key.rotate",
	"key.extend_overlap",
	"key.end_overlap",
	"key.keep_alive",
	"key.purge",
	"key_list.export",
	"key_review.begin",
	"key_review.finish",
	"key_review.drop",
	"key_review.export",
	"webhook.create",
	"webhook.edit",
	"webhook.delete",
	"webhook.test",
	"webhook.resend",
	"policy.edit",
	"shared_secret.create",
	"shared_secret.reveal",
	"shared_secret.rotate",
	"shared_secret.end",
	"audit.export",
	"session.start",
	"session.refuse",
	"session.end",
	"step_up.refuse",
	"account.edit",
	"account.change_email",
	"account.change_password",
	"account.reset_password",
	"account.issue_reset_link",
	"second_factor.enable",
	"second_factor.disable",
	"recovery_codes.renew",
	"recovery_code.use",
	"access.refuse",
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export type AuditSubjectKind =
	| "agency"
	| "location"
	| "person"
	| "invitation"
	| "key"
	| "key_review"
	| "policy"
	| "shared_secret"
	| "webhook"
	| "audit_log";
