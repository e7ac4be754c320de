import { z } from "zod";

const Title = z.string();
const Instant = z.iso.datetime();

/** What people are told of, and what the text of each is made from. Instants are ISO 8601. */
export const NOTIFICATIONS = {
	/** Nobody has used the key; it is deleted in 15, 7 or 1 days. */
	"key.unused": z.strictObject({
		title: Title,
		daysLeft: z.number().int(),
		endsAt: Instant,
		idleSince: Instant,
	}),
	/** The key was deleted because nobody had used it. */
	"key.deleted_unused": z.strictObject({ title: Title, idleSince: Instant, restorableUntil: Instant }),
	/** The key expires in 15, 7 or 1 days. */
	"key.expiring": z.strictObject({ title: Title, daysLeft: z.number().int(), endsAt: Instant }),
	/** The key's secret is older than it should be. */
	"key.rotation_due": z.strictObject({ title: Title, secretSince: Instant, everyDays: z.number().int() }),
	/** Somebody found the key in public; it was revoked. */
	"key.leaked": z.strictObject({ title: Title }),
	/** Three days of attempts were in vain. */
	"webhook.parked": z.strictObject({ url: z.string(), events: z.number().int() }),
	/** A step of a workflow says something about a contact. */
	"workflow.message": z.strictObject({ workflow: z.string(), contact: z.string(), message: z.string() }),
} as const;

export type NotificationKind = keyof typeof NOTIFICATIONS;
export type NotificationDetail<Kind extends NotificationKind> = z.output<(typeof NOTIFICATIONS)[Kind]>;

/** A notification by its kind, with what its texts are made from. */
export type Notice = {
	[Kind in NotificationKind]: { kind: Kind; detail: NotificationDetail<Kind> };
}[NotificationKind];

/** A stored notification, its detail read as what its kind asks for. */
export const readNotice = (kind: NotificationKind, detail: unknown) =>
	({ kind, detail: NOTIFICATIONS[kind].parse(detail) }) as Notice;

export const NOTIFICATION_KINDS = Object.keys(NOTIFICATIONS) as NotificationKind[];
