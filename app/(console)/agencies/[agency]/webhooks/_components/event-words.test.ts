import { expect, test } from "vitest";
import { englishOf } from "#lib/core/texts/english.ts";
import { LOGGED_EVENTS } from "#lib/core/webhook-log.ts";
import { eventWords } from "./event-words.ts";

const words = (type: string) => eventWords(englishOf("webhooks"), type);

test("every event has words of its own", () => {
	expect(new Set(LOGGED_EVENTS.map(words)).size).toBe(LOGGED_EVENTS.length);
});

test("an event of a later release is named by its code", () => {
	expect(words("key.teleported")).toBe("key.teleported");
});
