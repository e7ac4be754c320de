const UNITS = { second: 1, minute: 60, hour: 3_600, day: 86_400 } as const;

const unitOf = (seconds: number) => Object.entries(UNITS).find(([, length]) => length === seconds)?.[0];

/** How many uses in how long, as it is stored: "5 per minute". */
export const rateText = (max: number, seconds: number) =>
	`${max.toLocaleString("en")} per ${unitOf(seconds) ?? `${seconds.toLocaleString("en")} seconds`}`;

const RATE = /^(?:(.*), )?([\d,]+) per (?:(second|minute|hour|day)|([\d,.]+) seconds)$/;

/** A rate as {@link rateText} wrote it, with the name that may stand before it. */
export function readRate(text: string) {
	const [, name = null, max = "", unit, seconds = ""] = RATE.exec(text) ?? [];
	if (max === "") return null;
	const length = unit === undefined ? numberIn(seconds) : UNITS[unit as keyof typeof UNITS];
	return { name, max: numberIn(max), seconds: length };
}

const numberIn = (text: string) => Number(text.replaceAll(",", ""));
