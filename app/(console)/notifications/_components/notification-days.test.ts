import { expect, test } from "vitest";
import type { NotificationEntry } from "#lib/services/notifications/present.ts";
import { daysOf } from "./notification-days.ts";

const ENGLISH = { language: "en", today: "Today", yesterday: "Yesterday" } as const;

const row = (createdAt: string): NotificationEntry => ({
	id: createdAt,
	notice: { kind: "key.leaked", detail: { title: "Website sync" } },
	tone: "bad",
	group: "leaks",
	path: "/agencies/acme/keys",
	createdAt,
	isRead: false,
	agencyName: "Acme",
	locationName: null,
});

test("rows stand under the days of the reader's own calendar", () => {
	const rows = ["2026-03-03T01:30:00Z", "2026-03-02T23:30:00Z", "2026-03-01T12:00:00Z"].map(row);
	const labelsIn = (timeZone: string) =>
		daysOf(rows, "2026-03-03T02:00:00Z", { ...ENGLISH, timeZone }).map((day) => [day.label, day.rows.length]);

	expect(labelsIn("UTC")).toEqual([
		["Today", 1],
		["Yesterday", 1],
		["Sunday, 1 March 2026", 1],
	]);
	expect(labelsIn("America/New_York")).toEqual([
		["Today", 2],
		["Yesterday", 1],
	]);
});

test("days are named in the reader's language", () => {
	const rows = ["2026-03-02T23:30:00Z", "2026-03-01T12:00:00Z"].map(row);
	const german = { language: "de", today: "Heute", yesterday: "Gestern", timeZone: "UTC" } as const;

	const days = daysOf(rows, "2026-03-03T02:00:00Z", german);

	expect(days.map(({ label }) => label)).toEqual(["Gestern", "Sonntag, 1. März 2026"]);
});
