import type { NotificationEntry } from "#lib/services/notifications/present.ts";

const DAY_MS = 86_400_000;

export type NotificationDay = { label: string; rows: NotificationEntry[] };

/** The rows under the days on which people were told, as the reader's calendar has them. */
export function daysOf(rows: readonly NotificationEntry[], now: string, timeZone: string): NotificationDay[] {
	const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone });
	const date = new Intl.DateTimeFormat("en-GB", {
		day: "numeric",
		month: "long",
		year: "numeric",
		timeZone,
	});
	// In one piece, browsers and servers put the comma differently.
	const dayOf = (instant: number) => `${weekday.format(instant)}, ${date.format(instant)}`;
	const today = dayOf(Date.parse(now));
	const yesterday = dayOf(Date.parse(now) - DAY_MS);
	const days = new Map<string, NotificationEntry[]>();
	for (const row of rows) {
		const day = dayOf(Date.parse(row.createdAt));
		const label = day === today ? "Today" : day === yesterday ? "Yesterday" : day;
		days.set(label, [...(days.get(label) ?? []), row]);
	}
	return [...days].map(([label, dayRows]) => ({ label, rows: dayRows }));
}
