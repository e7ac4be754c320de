import { DATE_LOCALES, type Language } from "#lib/core/texts/languages.ts";
import type { NotificationEntry } from "#lib/services/notifications/present.ts";

const DAY_MS = 86_400_000;

export type NotificationDay = { label: string; rows: NotificationEntry[] };
type Reader = { timeZone: string; language: Language; today: string; yesterday: string };

/** The rows under the days on which people were told, as the reader's calendar has them. */
export function daysOf(
	rows: readonly NotificationEntry[],
	now: string,
	{ timeZone, language, ...words }: Reader,
): NotificationDay[] {
	const locale = DATE_LOCALES[language];
	const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone });
	const date = new Intl.DateTimeFormat(locale, {
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
		const label = day === today ? words.today : day === yesterday ? words.yesterday : day;
		days.set(label, [...(days.get(label) ?? []), row]);
	}
	return [...days].map(([label, dayRows]) => ({ label, rows: dayRows }));
}
