import { type Guide, table } from "../_guides/guide.ts";

export const LIMITS: Guide = {
	slug: "limits",
	title: "Limits",
	summary: "How much is taken, how a program sees what is left, and what it does when nothing is.",
	sections: [
		{
			heading: "A key's own limits",
			blocks: [
				"Whoever manages a key may give it a **rate limit** (so many uses in a minute, an hour or a day) and **credits** (so many uses in all, or until they are filled up again). A key without them is not limited.",
				"Windows begin at multiples of their length: a limit by the minute starts anew at each full minute. Every use counts against the rate limit, a refused one too. Credits are taken by uses that are let through alone.",
			],
		},
		{
			heading: "What is left",
			blocks: [
				table(
					["Header", "Says"],
					["`RateLimit-Policy`", '`"key";q=100;w=60`: 100 uses in 60 seconds'],
					["`RateLimit`", '`"key";r=99;t=41`: 99 left, anew in 41 seconds'],
					[
						"`X-RateLimit-Max`, `X-RateLimit-Remaining`, `X-RateLimit-Interval-Milliseconds`",
						"the same, in API 1.0 and 2.0",
					],
					[
						"`X-RateLimit-Limit-Daily`, `X-RateLimit-Daily-Remaining`",
						"the same for a limit by the day, and for credits",
					],
				),
				"A key without limits gets none of them.",
			],
		},
		{
			heading: "When nothing is left",
			blocks: [
				"`429` with `RATE_LIMITED` or `USAGE_EXCEEDED`, and `Retry-After` in seconds. Wait that long, plus a moment that you choose at random when many copies of your program run.",
			],
		},
		{
			heading: "Sizes",
			blocks: [
				table(
					["What", "At most"],
					["a body", "64 kB"],
					["an address with its query", "8,192 characters"],
					["a page of a list", "100 entries"],
					["tags of a contact", "100, of up to 100 characters each"],
					["steps of a workflow", "30"],
					["scopes in one verification", "50"],
					["found keys in one leak report", "1,000"],
				),
			],
		},
		{
			heading: "Unknown keys",
			blocks: [
				"From a network that sends more than 60 keys within a minute that do not exist, only 10 a second are looked up; the others read `429`. Keys in use are not slowed down.",
			],
		},
	],
};
