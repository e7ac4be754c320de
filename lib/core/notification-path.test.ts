import { describe, expect, test } from "vitest";
import { notificationPath } from "./notification-path.ts";

const place = { agencySlug: "acme", locationSlug: null };

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
