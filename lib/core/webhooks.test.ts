import { expect, test } from "vitest";
import { WEBHOOK_EVENTS } from "./webhook-events.ts";
import { WEBHOOK_URL_MAX, WebhookFields } from "./webhooks.ts";

const fields = (change: object) =>
	WebhookFields.safeParse({
		url: "https://hooks.example.com/latchkey",
		description: "",
		events: ["key.created"],
		enabled: true,
		...change,
	});

test.each([
	[" https://hooks.example.com ", "https://hooks.example.com/"],
	["https://hooks.example.com:8443/a?b=c", "https://hooks.example.com:8443/a?b=c"],
	["HTTPS://BÜCHER.example/x", "https://xn--bcher-kva.example/x"],
	["http://10.0.0.7/x", "http://10.0.0.7/x"],
])("%s is kept as %s", (url, kept) => {
	expect(fields({ url }).data?.url).toBe(kept);
});

test.each([
	["", /required/],
	["hooks.example.com", /no URL/],
	["https://", /no URL/],
	["ftp://hooks.example.com/", /https/],
	["javascript:alert(1)", /https/],
	["https://user@hooks.example.com/", /user name/],
	["https://:word@hooks.example.com/", /password/],
	["https://hooks.example.com/#part", /after #/],
	["https://hooks.example.com/#", /after #/],
	[`https://hooks.example.com/${"a".repeat(WEBHOOK_URL_MAX)}`, /2000/],
	// Each letter takes six characters once it is written as a URL has it.
	[`https://hooks.example.com/${"ü".repeat(400)}`, /2000/],
])("a URL like %.60s is refused by its form", (url, message) => {
	expect(fields({ url }).error?.issues[0]?.message).toMatch(message);
});

test("events are a choice of at least one, each once, kept in their own order", () => {
	expect(fields({ events: [] }).success).toBe(false);
	expect(fields({ events: ["key.created", "key.created"] }).success).toBe(false);
	expect(fields({ events: ["key.stolen"] }).success).toBe(false);
	expect(fields({ events: ["webhook.test"] }).success).toBe(false);
	expect(fields({ events: [...WEBHOOK_EVENTS].reverse() }).data?.events).toEqual([...WEBHOOK_EVENTS]);
});

test("what no form has is refused", () => {
	expect(fields({ secret: "x" }).success).toBe(false);
	expect(fields({ description: "a".repeat(201) }).success).toBe(false);
});
