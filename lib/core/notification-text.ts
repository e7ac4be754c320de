import type { Notice } from "./notifications.ts";
import { dayIn, momentIn } from "./texts/day-in.ts";
import type { Language } from "./texts/languages.ts";

/** What the texts `notifications.told` are filled with: each says some of it. */
export type NoticeBlanks = {
	/** What the notification is about. */
	name: string;
	since: string;
	until: string;
	/** `until` to the minute: it is another day elsewhere. */
	moment: string;
	count: number;
	contact: string;
	message: string;
};

const NOTHING: NoticeBlanks = {
	name: "",
	since: "",
	until: "",
	moment: "",
	count: 0,
	contact: "",
	message: "",
};

/** What is said of a notification, with its days as the language writes them. */
export const noticeBlanks = (notice: Notice, language: Language): NoticeBlanks => ({
	...NOTHING,
	...saidOf(notice, dayIn(language), momentIn(language)),
});

type Write = (instant: string) => string;

function saidOf({ kind, detail }: Notice, day: Write, moment: Write): Partial<NoticeBlanks> {
	switch (kind) {
		case "key.unused":
			return { name: detail.title, since: day(detail.idleSince), until: day(detail.endsAt) };
		case "key.deleted_unused":
			return { name: detail.title, since: day(detail.idleSince), until: day(detail.restorableUntil) };
		case "key.expiring":
			return { name: detail.title, until: day(detail.endsAt), moment: moment(detail.endsAt) };
		case "key.rotation_due":
			return { name: detail.title, since: day(detail.secretSince), count: detail.everyDays };
		case "key.leaked":
			return { name: detail.title };
		case "webhook.parked":
			return { name: detail.url, count: detail.events };
		case "workflow.message":
			return { name: detail.workflow, contact: detail.contact, message: detail.message };
	}
}

export type NoticeTone = "plain" | "warn" | "bad";

/** How grave it is. */
export function toneOf({ kind, detail }: Notice): NoticeTone {
	if (kind === "key.unused" || kind === "key.expiring") return detail.daysLeft <= 1 ? "bad" : "warn";
	return kind === "key.rotation_due" || kind === "workflow.message" ? "plain" : "bad";
}
