import { expect, test } from "vitest";
import { rateText, readRate } from "./rate-text.ts";

const RATES: [number, number, string][] = [
	[5, 60, "5 per minute"],
	[1_000_000, 86_400, "1,000,000 per day"],
	[1, 2_592_000, "1 per 2,592,000 seconds"],
	[2, 1.5, "2 per 1.5 seconds"],
];

test.each(RATES)("%i uses in %d seconds are %j", (max, seconds, text) => {
	expect(rateText(max, seconds)).toBe(text);
});

test.each(RATES)(
	"what says %i uses in %d seconds is read again, with a name and without",
	(max, seconds, text) => {
		expect(readRate(text)).toEqual({ name: null, max, seconds });
		expect(readRate(`mail, to 5 people, ${text}`)).toEqual({ name: "mail, to 5 people", max, seconds });
	},
);

test.each(["", "mail", "5 per fortnight", "mail, 5 per min"])("%j is no rate", (text) => {
	expect(readRate(text)).toBeNull();
});
