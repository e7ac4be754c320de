const UNITS: Record<number, string> = { 1: "second", 60: "minute", 3600: "hour", 86400: "day" };

/** What the text `apiKey.rate` is filled with. */
export const rateWords = ({ max, seconds }: { max: number; seconds: number }) => ({
	max,
	seconds,
	unit: UNITS[seconds] ?? "other",
});
