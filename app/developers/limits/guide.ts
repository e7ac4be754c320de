import { CUSTOM_FIELDS_MAX } from "#lib/core/crm/custom-fields.ts";
import { FORMS_MAX } from "#lib/core/crm/form-parts.ts";
import { LINKS_MAX } from "#lib/core/crm/link-fields.ts";
import { TAGS_MAX } from "#lib/core/crm/tags.ts";
import { STEPS_MAX, WORKFLOWS_MAX } from "#lib/core/crm/workflow-parts.ts";
import { type Guide, table } from "../_guides/guide.ts";

export const LIMITS: Guide = {
	slug: "limits",
	title: "Limits",
	summary: "How much is taken, how a program sees what is left, and what it does when nothing is.",
	sections: [
		{
			heading: "A key's own limits",
			blocks: [
				"Whoever manages a key may give it a **rate limit** (so many uses in a second, a minute or an hour) and **credits** (so many uses in all, or until they are filled up again). A key without them is not limited.",
				"Windows begin at multiples of their length: a limit by the minute starts anew at each full minute. A use that is refused for another reason, such as a missing scope, counts against neither.",
				"A call to API 1.0 or 2.0, one that manages keys, and one that a gateway asks about take one credit each, also when they end with `404`, `409` or `422`. Asking with `/api/v2/keys/me`, `verify` and `introspect` takes none of the asker's own credits; all of them count against its rate limit.",
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
					["`X-RateLimit-Daily-Remaining`", "with credits: those that are left, in API 1.0 and 2.0"],
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
					["a page of a list", "100 entries; links, workflows and the forms of API 1.0 come all at once"],
					["tags of a contact", `${TAGS_MAX}, of up to 100 characters each`],
					["steps of a workflow", String(STEPS_MAX)],
					["workflows of a location", String(WORKFLOWS_MAX)],
					["forms of a location", String(FORMS_MAX)],
					["trigger links of a location", LINKS_MAX.toLocaleString("en")],
					["custom fields of a location", String(CUSTOM_FIELDS_MAX)],
					["scopes in one verification", "50"],
					["found keys in one leak report", "1,000"],
				),
			],
		},
		{
			heading: "Unknown keys",
			blocks: [
				"From a network (an IPv4 address or an IPv6 /64) that sends more than 60 keys within a minute that do not exist, only 10 a second are looked up; the others read `429`. Keys in use are not slowed down.",
			],
		},
	],
};
