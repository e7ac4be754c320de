import { DATE_LOCALES, type Language } from "#lib/core/texts/languages.ts";

export type StepUnit = "hour" | "day" | "month";

const SHORT: Record<StepUnit, Intl.DateTimeFormatOptions> = {
	hour: { hour: "2-digit", minute: "2-digit" },
	day: { month: "short", day: "numeric" },
	month: { month: "short", year: "numeric" },
};

const WHOLE: Record<StepUnit, Intl.DateTimeFormatOptions> = {
	hour: { weekday: "short", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" },
	day: { weekday: "short", month: "short", day: "numeric", year: "numeric" },
	month: { month: "long", year: "numeric" },
};

/** Meters count hours and days of UTC, so no chart of them can show another zone's days. */
export const CHART_ZONE = "UTC";

/** How the start of a step is written below the chart, and in full. */
export function stepTimes(language: Language, by: StepUnit) {
	const locale = DATE_LOCALES[language];
	const zone = { timeZone: CHART_ZONE, hourCycle: "h23" } as const;
	const short = new Intl.DateTimeFormat(locale, { ...SHORT[by], ...zone });
	const whole = new Intl.DateTimeFormat(locale, { ...WHOLE[by], ...zone });
	return {
		short: (start: string) => short.format(new Date(start)),
		whole: (start: string) => whole.format(new Date(start)),
	};
}
