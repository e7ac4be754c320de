const UNITS: Record<number, string> = { 1: "second", 60: "minute", 3600: "hour", 86400: "day" };

/** How many uses in how long, as people say it: "5 per minute". */
export const rateText = (max: number, seconds: number) =>
	`${max.toLocaleString("en")} per ${UNITS[seconds] ?? `${seconds.toLocaleString("en")} seconds`}`;
