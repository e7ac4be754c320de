import { DATE_LOCALES, type Language } from "./languages.ts";

/** Writes days of UTC as the language does: "18 June 2026". */
export function dayIn(language: Language): (instant: Date | string) => string {
	const format = new Intl.DateTimeFormat(DATE_LOCALES[language], { dateStyle: "long", timeZone: "UTC" });
	return (instant) => format.format(new Date(instant));
}
