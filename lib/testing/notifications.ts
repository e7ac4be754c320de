import { newId } from "#lib/core/ids.ts";
import type { NotificationDetail, NotificationKind } from "#lib/core/notifications.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { notifyKeepers } from "#lib/services/notifications/notify.ts";
import { NOW } from "./factories.ts";
import type { World } from "./world.ts";

const INSTANT = NOW.toISOString();

/** A detail of each kind, about something of this name. */
export const sampleDetail = (kind: NotificationKind, title: string) =>
	({
		"key.unused": { title, daysLeft: 7, endsAt: INSTANT, idleSince: INSTANT },
		"key.deleted_unused": { title, idleSince: INSTANT, restorableUntil: INSTANT },
		"key.expiring": { title, daysLeft: 7, endsAt: INSTANT },
		"key.rotation_due": { title, secretSince: INSTANT, everyDays: 90 },
		"key.leaked": { title },
		"workflow.message": { workflow: title, contact: "Ada Lovelace", message: "Call them back." },
		"webhook.parked": { url: `https://example.test/${title}`, events: 3 },
	})[kind];

type Told = {
	kind?: NotificationKind;
	key?: { id: string; locationId: string | null } | null;
	title?: string;
	occasion?: string;
	at?: Date;
};

/** Tells those who are entitled to it now of something. */
export const tellKeepers = (
	{ database }: World,
	agency: { id: string },
	{ kind = "key.expiring", key = null, title = "Website sync", occasion = newId(), at = NOW }: Told = {},
) =>
	transactAs(database, { agencyId: agency.id }, (tx) =>
		notifyKeepers(
			tx,
			{ agencyId: agency.id, now: at },
			{ kind, occasion, key, detail: sampleDetail(kind, title) as NotificationDetail<typeof kind> },
		),
	);
