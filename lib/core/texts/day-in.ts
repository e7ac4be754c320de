import { DATE_LOCALES, type Language } from "./languages.ts";

/** Writes days of UTC as the language does: "18 June 2026". */
export function dayIn(language: Language): (instant: Date | string) => string {
	const format = new Intl.DateTimeFormat(DATE_LOCALES[language], { dateStyle: "long", timeZone: "UTC" });
	return (instant) => format.format(new Date(instant));
}

/** Writes moments to the minute, and says that they are in UTC: it is another day elsewhere. */
export function momentIn(language: Language): (instant: Date | string) => string {
	const day = dayIn(language);
	const minute = new Intl.DateTimeFormat(DATE_LOCALES[language], { timeStyle: "short", timeZone: "UTC" });
	return (instant) => `${day(instant)}, ${minute.format(new Date(instant))} UTC`;
}
