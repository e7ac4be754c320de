import { describe, expect, test } from "vitest";
import { NOTIFICATION_GROUPS } from "./notification-groups.ts";
import { notificationPath, notificationText, plainSentence } from "./notification-text.ts";
import { NOTIFICATIONS, type NotificationDetail, type NotificationKind } from "./notifications.ts";

const title = "Website sync";
const SAMPLES: { [Kind in NotificationKind]: NotificationDetail<Kind> } = {
	"key.unused": {
		title,
		daysLeft: 15,
		idleSince: "2026-03-03T10:00:00.000Z",
		endsAt: "2026-06-18T10:00:00.000Z",
	},
	"key.deleted_unused": {
		title,
		idleSince: "2026-03-03T10:00:00.000Z",
		restorableUntil: "2026-07-01T00:00:00.000Z",
	},
	"key.expiring": { title, daysLeft: 1, endsAt: "2026-06-18T23:59:00.000Z" },
	"key.rotation_due": { title, secretSince: "2026-03-03T10:00:00.000Z", everyDays: 90 },
	"key.leaked": { title },
	"webhook.parked": { url: "https://example.test/hook", events: 3 },
	"workflow.message": { workflow: title, contact: "Ada Lovelace", message: "Call them back." },
};
const KINDS = Object.keys(NOTIFICATIONS) as NotificationKind[];
const place = { agencySlug: "acme", locationSlug: null };

test("a key that nobody uses is told of in plain words", () => {
	expect(plainSentence(notificationText("key.unused", SAMPLES["key.unused"]))).toBe(
		"Nobody has used “Website sync” since 3 March 2026. It will be deleted on 18 June 2026 unless it is used.",
	);
});

test("when a key expires is told to the minute, for it is another day elsewhere", () => {
	expect(plainSentence(notificationText("key.expiring", SAMPLES["key.expiring"]))).toBe(
		"“Website sync” expires on 18 June 2026, 23:59 UTC. It is refused from then on, until it is given a later date.",
	);
});

// A mail that waited for the server, or for the digest, is read days later.
test("the subject names the day itself", () => {
	expect(notificationText("key.expiring", SAMPLES["key.expiring"]).subject).toBe(
		"A key expires on 18 June 2026",
	);
});

test.each(KINDS)("%s names what it is about as a name, and is in one group", (kind) => {
	const { sentence } = notificationText(kind, SAMPLES[kind]);
	const isAbout = { name: kind === "webhook.parked" ? SAMPLES[kind].url : title };
	const groups = Object.values(NOTIFICATION_GROUPS).filter(({ kinds }) =>
		(kinds as readonly string[]).includes(kind),
	);

	expect(sentence.filter((part) => typeof part !== "string")).toContainEqual(isAbout);
	expect(groups).toHaveLength(1);
});

test("a detail of another kind is refused", () => {
	expect(() => notificationText("key.leaked", SAMPLES["webhook.parked"])).toThrow();
});

describe("the way leads to", () => {
	test("the key, in the view that it belongs to", () => {
		const about = { kind: "key.expiring", keyId: "k1", isKeyInTrash: false } as const;

		expect(notificationPath(about, place)).toBe("/agencies/acme/keys/k1");
		expect(notificationPath(about, { ...place, locationSlug: "harbour" })).toBe(
			"/agencies/acme/locations/harbour/keys/k1",
		);
	});

	test("the trash, when the key lies there, whoever put it there", () => {
		expect(notificationPath({ kind: "key.leaked", keyId: "k1", isKeyInTrash: true }, place)).toBe(
			"/agencies/acme/keys/trash",
		);
	});

	test("the webhooks, when one does not answer", () => {
		expect(notificationPath({ kind: "webhook.parked", keyId: null, isKeyInTrash: false }, place)).toBe(
			"/agencies/acme/webhooks",
		);
	});

	test("the workflows of the location, when one of them says something", () => {
		const about = { kind: "workflow.message", keyId: null, isKeyInTrash: false } as const;

		expect(notificationPath(about, { ...place, locationSlug: "harbour" })).toBe(
			"/agencies/acme/locations/harbour/workflows",
		);
	});
});
