import { DATE_LOCALES, DEFAULT_LANGUAGE, type Language } from "#lib/core/texts/languages.ts";

const MINUTE = 60_000;
/** Clocks differ: so little ahead of ours counts as now. */
const SKEW = 20_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** From here on a date says more than a count of days. */
const DATE_FROM = 30 * DAY;

/** What a language's own rules do not say. */
export type TimeTexts = { language: Language; justNow: string; soon: string };
const ENGLISH: TimeTexts = { language: DEFAULT_LANGUAGE, justNow: "just now", soon: "in a moment" };

/** "4 minutes ago", "in 3 days", "12 Nov 2026". */
export function relativeTime(value: string, now: number, { language, justNow, soon } = ENGLISH) {
	const distance = new Date(value).getTime() - now;
	const size = Math.abs(distance);
	if (size >= DATE_FROM) {
		return new Intl.DateTimeFormat(DATE_LOCALES[language], { dateStyle: "medium" }).format(new Date(value));
	}
	const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
	if (size >= DAY) return relative.format(whole(distance / DAY), "day");
	if (size >= HOUR) return relative.format(whole(distance / HOUR), "hour");
	if (size >= MINUTE) return relative.format(whole(distance / MINUTE), "minute");
	return distance > SKEW ? soon : justNow;
}

/** What is past has passed in full; what lies ahead is told to the nearest. */
const whole = (count: number) => (count < 0 ? Math.trunc(count) : Math.round(count));
