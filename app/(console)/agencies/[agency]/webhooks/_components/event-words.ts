import type { Translator } from "#components/texts/translator.ts";
import { LOGGED_EVENTS } from "#lib/core/webhook-log.ts";

/** An event in words for people. What a later release sends is named by its code. */
export function eventWords(t: Translator<"webhooks">, type: string) {
	const event = LOGGED_EVENTS.find((one) => one === type);
	return event ? t(`told.${event}`) : type;
}
