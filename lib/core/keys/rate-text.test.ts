import { expect, test } from "vitest";
import { rateText } from "./rate-text.ts";

test.each([
	[5, 60, "5 per minute"],
	[1_000_000, 86_400, "1,000,000 per day"],
	[1, 2_592_000, "1 per 2,592,000 seconds"],
	[2, 1.5, "2 per 1.5 seconds"],
])("%i uses in %d seconds are %j", (max, seconds, text) => {
	expect(rateText(max, seconds)).toBe(text);
});
