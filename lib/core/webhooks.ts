import { z } from "zod";
import { Id } from "./ids.ts";
import { multiLine } from "./text.ts";
import { WEBHOOK_EVENTS, type WebhookEventType } from "./webhook-events.ts";
import type { DeliveryState } from "./webhook-log.ts";

/** How many webhooks an agency may have. */
export const WEBHOOKS_MAX = 20;
/** How many tests may be sent to a webhook within a minute. */
export const TESTS_A_MINUTE_MAX = 10;
export const WEBHOOK_URL_MAX = 2_000;
export const WEBHOOK_DESCRIPTION_MAX = 200;

const TOO_LONG = `The URL may have up to ${WEBHOOK_URL_MAX} characters.`;

/** A URL to send to, by its form alone: which addresses it leads to is asked at each delivery. */
const WebhookUrl = z
	.string({ error: "The URL is required." })
	.max(WEBHOOK_URL_MAX, { error: TOO_LONG })
	.transform((text, check) => {
		const problem = problemOf(text.trim());
		if (problem) check.addIssue({ code: "custom", message: problem });
		return problem ? z.NEVER : new URL(text.trim()).href;
	});

function problemOf(text: string): string | null {
	if (text === "") return "The URL is required.";
	if (!URL.canParse(text)) return "This is no URL. It must look like https://hooks.example.com/latchkey.";
	const url = new URL(text);
	if (url.protocol !== "https:" && url.protocol !== "http:") return "The URL must begin with https://.";
	if (url.username !== "" || url.password !== "") return "The URL may not hold a user name or a password.";
	if (text.includes("#")) return "The URL may not have a part after #: it would never be sent.";
	return url.href.length > WEBHOOK_URL_MAX ? TOO_LONG : null;
}

const ChosenEvents = z
	.array(z.enum(WEBHOOK_EVENTS, { error: "There is no such event." }))
	.min(1, { error: "Choose at least one event." })
	.max(WEBHOOK_EVENTS.length, { error: "Each event can be chosen once." })
	.refine((events) => new Set(events).size === events.length, { error: "Each event can be chosen once." })
	.transform((events) => WEBHOOK_EVENTS.filter((event) => events.includes(event)));

/** A webhook from outside. */
export const WebhookFields = z.strictObject({
	url: WebhookUrl,
	description: multiLine(WEBHOOK_DESCRIPTION_MAX, "The description"),
	events: ChosenEvents,
	enabled: z.boolean(),
});
export type WebhookFields = z.output<typeof WebhookFields>;

/** `version` is the one that the editor saw. */
export const WebhookEdit = WebhookFields.extend({ endpointId: Id, version: z.number().int().min(1) });
export type WebhookEdit = z.output<typeof WebhookEdit>;

/** A webhook as screens show it. Instants are ISO 8601. */
export type WebhookSummary = {
	id: string;
	url: string;
	description: string;
	events: WebhookEventType[];
	enabled: boolean;
	/** Something could not be delivered, and nothing has been since. */
	isFailing: boolean;
	lastDelivery: { state: DeliveryState; at: string } | null;
	createdAt: string;
	createdByName: string;
	version: number;
};

/** A line of a webhook's log. */
export type DeliverySummary = {
	id: string;
	eventId: string;
	type: string;
	/** What the event is about; null when it has no name any more. */
	subjectName: string | null;
	state: DeliveryState;
	attempts: number;
	/** When it is tried next; null when it is not. */
	nextAt: string | null;
	createdAt: string;
	lastAttempt: { at: string; status: number | null; problem: string | null } | null;
};

export type AttemptSummary = {
	id: string;
	at: string;
	ms: number;
	status: number | null;
	problem: string | null;
	answer: string | null;
};

/** Everything about a delivery. */
export type DeliveryDetail = Omit<DeliverySummary, "lastAttempt"> & {
	/** The message as it is sent, laid out for people. */
	body: string;
	tries: AttemptSummary[];
};
