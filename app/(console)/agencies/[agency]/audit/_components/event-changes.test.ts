import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { de } from "#lib/core/texts/de/all.ts";
import type { en } from "#lib/core/texts/en/all.ts";
import { englishOf } from "#lib/core/texts/english.ts";
import { eventChanges } from "./event-changes.ts";

const t = englishOf("audit");

test("an edit shows the fields that it changed, and counts those that it did not", () => {
	const before = { title: "Website", scopes: ["a", "b"], enabled: true, expiresAt: null, role: "ADMIN" };
	const after = { title: "Web shop", scopes: [], enabled: false, expiresAt: null, role: "ADMIN" };

	expect(eventChanges(t, before, after)).toEqual({
		changes: [
			{ field: "Title", before: "Website", after: "Web shop" },
			{ field: "Scopes", before: "a, b", after: "none" },
			{ field: "Enabled", before: "yes", after: "no" },
		],
		unchanged: 2,
	});
});

test("a new thing has no before, and what is gone no after", () => {
	expect(eventChanges(t, null, { allowedAddresses: ["203.0.113.7"], description: "" }).changes).toEqual([
		{ field: "Allowed addresses", before: null, after: "203.0.113.7" },
		{ field: "Description", before: null, after: "empty" },
	]);
	expect(eventChanges(t, { refill: { every: "DAY" } }, null).changes).toEqual([
		{ field: "Refill", before: '{"every":"DAY"}', after: null },
	]);
});

test("an event without facts changed nothing that could be shown", () => {
	expect(eventChanges(t, null, null)).toEqual({ changes: [], unchanged: 0 });
});

test("German readers are told in German, and of what a later release records by its name", () => {
	const messages = { audit: de.audit } as unknown as typeof en;
	const german = createTranslator({ locale: "de", messages, namespace: "audit" });

	const { changes } = eventChanges(
		german,
		{ enabled: true, scopes: ["a"] },
		{ enabled: false, scopes: [], isNew: true },
	);

	expect(changes).toEqual([
		{ field: "Eingeschaltet", before: "ja", after: "nein" },
		{ field: "Berechtigungen", before: "a", after: "keine" },
		{ field: "Is new", before: null, after: "ja" },
	]);
});
