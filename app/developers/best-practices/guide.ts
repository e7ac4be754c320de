import { type Guide, list, steps } from "../_guides/guide.ts";

export const BEST_PRACTICES: Guide = {
	slug: "best-practices",
	title: "Best practices",
	summary: "What to do before a program goes live, and what to do with its key for as long as it lives.",
	sections: [
		{
			heading: "One key for each program",
			blocks: [
				"Name it after the program. Then its use is visible by itself, it can be switched off by itself, and a leak means one key.",
			],
		},
		{
			heading: "As little as possible",
			blocks: [
				list(
					"A location key where the program works for one location.",
					"READONLY where it only reads.",
					"The scopes that it uses, and no others. They can be changed without a new key.",
					"The addresses of its servers, if they are always the same.",
					"A rate limit a little above what it really needs: it also bounds what a mistake can do.",
				),
			],
		},
		{
			heading: "Keep it secret",
			blocks: [
				list(
					"In the environment or a secret store; never in code, in addresses, in logs, or in anything a browser or an app loads.",
					"Have a scanner look for keys: `/developers/scanner-rule.toml` is a rule for gitleaks and scanners like it.",
					"A key that was seen by others is revoked, not kept. Anybody can [report one](/report-leak).",
					"Where a leak would be grave, require [signed requests](/developers/signed-requests).",
				),
			],
		},
		{
			heading: "Change it without an outage",
			blocks: [
				steps(
					"Press **Rotate…** on the key's page and choose an overlap, such as a day. The older secret stays good for that long.",
					"Put the new secret into the program's environment and start it anew.",
					"The key's page shows who still sends the older secret. When nobody does, end the overlap.",
				),
			],
		},
		{
			heading: "Write programs that bear refusals",
			blocks: [
				list(
					"Give every call a time-out: five to ten seconds.",
					"Try again after `429` and `503` as `Retry-After` says, and after a lost connection if the call reads. Wait longer each time.",
					"Send an `Idempotency-Key` where something is made, so that trying again makes nothing twice. Then a lost connection is a reason to try again too.",
					"Read `code`, not the texts: texts may change.",
					"Log `requestId`. Never log the key; log its id, which `/api/v2/keys/me` tells.",
					"Ignore members of answers that you do not know: new ones may come.",
				),
			],
		},
		{
			heading: "Look after it",
			blocks: [
				"A key that nobody uses for 90 days ends by itself, unless the agency's policy says otherwise; the people who manage it are warned 15, 7 and 1 days before. Have [webhooks](/developers/webhooks) tell you of it, and of a use from a new address.",
			],
		},
	],
};
