import { NOTIFICATIONS, type NotificationDetail, type NotificationKind } from "./notifications.ts";

/** Words, and names that somebody else chose. */
export type TextPart = string | { name: string };

export type NotificationText = {
	/** In a few words that stay true, however late they are read. */
	subject: string;
	sentence: TextPart[];
	tone: "plain" | "warn" | "bad";
};

export type NotificationPlace = { agencySlug: string; locationSlug: string | null };

type Writers = { [Kind in NotificationKind]: (detail: NotificationDetail<Kind>) => NotificationText };

const day = new Intl.DateTimeFormat("en-GB", {
	day: "numeric",
	month: "long",
	year: "numeric",
	timeZone: "UTC",
});
const minute = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "UTC" });
const dayOf = (instant: string) => day.format(new Date(instant));
/** To the minute: it is another day elsewhere. */
const momentOf = (instant: string) => `${dayOf(instant)}, ${minute.format(new Date(instant))} UTC`;
const count = (number: number, noun: string) =>
	`${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

const WRITERS: Writers = {
	"key.unused": ({ title, daysLeft, endsAt, idleSince }) => ({
		subject: `A key is deleted on ${dayOf(endsAt)} unless it is used`,
		sentence: [
			"Nobody has used ",
			{ name: title },
			` since ${dayOf(idleSince)}. It will be deleted on ${dayOf(endsAt)} unless it is used.`,
		],
		tone: daysLeft <= 1 ? "bad" : "warn",
	}),
	"key.deleted_unused": ({ title, idleSince, restorableUntil }) => ({
		subject: "An unused key was deleted",
		sentence: [
			{ name: title },
			` was deleted because nobody had used it since ${dayOf(idleSince)}. It can be restored until ${dayOf(restorableUntil)}.`,
		],
		tone: "bad",
	}),
	"key.expiring": ({ title, daysLeft, endsAt }) => ({
		subject: `A key expires on ${dayOf(endsAt)}`,
		sentence: [
			{ name: title },
			` expires on ${momentOf(endsAt)}. It is refused from then on, until it is given a later date.`,
		],
		tone: daysLeft <= 1 ? "bad" : "warn",
	}),
	"key.rotation_due": ({ title, secretSince, everyDays }) => ({
		subject: "A key is due for rotation",
		sentence: [
			"The secret of ",
			{ name: title },
			` has been in use since ${dayOf(secretSince)}. It should be rotated every ${count(everyDays, "day")}.`,
		],
		tone: "plain",
	}),
	"key.leaked": ({ title }) => ({
		subject: "A key was found in public and revoked",
		sentence: [
			"Somebody reported the text of ",
			{ name: title },
			" as found in public. It was revoked as compromised. Whatever uses it needs a new key.",
		],
		tone: "bad",
	}),
	"webhook.parked": ({ url, events }) => ({
		subject: "A webhook does not answer",
		sentence: [
			`${count(events, "event")} could not be delivered to `,
			{ name: url },
			" for three days. Nothing more is tried until somebody sends them again.",
		],
		tone: "bad",
	}),
	"workflow.message": ({ workflow, contact, message }) => ({
		subject: "A workflow has something to say",
		sentence: [{ name: workflow }, " says of ", { name: contact }, ": ", { name: message }],
		tone: "plain",
	}),
};

/** What a stored notification says. Its detail is read as what its kind asks for. */
export function notificationText(kind: NotificationKind, detail: unknown): NotificationText {
	const write = WRITERS[kind] as (parsed: unknown) => NotificationText;
	return write(NOTIFICATIONS[kind].parse(detail));
}

/** The sentence for where nothing but text can be shown. */
export const plainSentence = ({ sentence }: NotificationText) =>
	sentence.map((part) => (typeof part === "string" ? part : `“${part.name}”`)).join("");

/** Where the reader can do something about it. */
export function notificationPath(
	{ kind, keyId, isKeyInTrash }: { kind: NotificationKind; keyId: string | null; isKeyInTrash: boolean },
	{ agencySlug, locationSlug }: NotificationPlace,
): string {
	const agency = `/agencies/${agencySlug}`;
	if (kind === "webhook.parked") return `${agency}/webhooks`;
	if (kind === "workflow.message") return `${agency}/locations/${locationSlug}/workflows`;
	const keys = locationSlug === null ? `${agency}/keys` : `${agency}/locations/${locationSlug}/keys`;
	if (isKeyInTrash) return `${keys}/trash`;
	return keyId === null ? keys : `${keys}/${keyId}`;
}
