import { WEBHOOK_RECEIVER } from "../_examples/services.ts";
import { example, type Guide, list, steps, table } from "../_guides/guide.ts";

export const WEBHOOKS: Guide = {
	slug: "webhooks",
	title: "Webhooks",
	summary: "Latchkey tells your service what happens to the agency's keys.",
	sections: [
		{
			heading: "Set one up",
			blocks: [
				steps(
					"In the Agency View, under **API shared secret**, create the secret if there is none, and store it as `LATCHKEY_SHARED_SECRET`.",
					"Start a service that takes webhooks at an `https://` address on the public internet, such as the one below.",
					"Under **Webhooks**, press **Add webhook**, enter the address and choose the events. Open the webhook and press **Send test**: its log shows the attempt and your answer.",
				),
			],
		},
		{
			heading: "Take them",
			blocks: [
				"Messages are signed as [Standard Webhooks](https://www.standardwebhooks.com) says. Verify the bytes that came, before anything parses them.",
				example(WEBHOOK_RECEIVER),
				"The JavaScript needs `npm install standardwebhooks`; the Python nothing.",
			],
		},
		{
			heading: "What is told",
			blocks: [
				table(
					["Event", "When"],
					[
						"`key.created`, `key.updated`, `key.rotated`",
						"a key is made; is edited, kept alive, or its older secret ends; has a new secret",
					],
					["`key.disabled`, `key.enabled`", "it is switched off or on"],
					[
						"`key.revoked`, `key.deleted`, `key.restored`",
						"it is ended for ever, moved to the trash, brought back",
					],
					["`key.expiring`", "it ends in 15, 7 or 1 days, by its end date or since nobody uses it"],
					["`key.used_from_new_address`", "it was good at an address that it had not been used from"],
					["`webhook.test`", "somebody pressed the test button"],
				),
				"`data` holds `keyId`, `agencyId`, `locationId`, `level`, `role`, `scopes`, `title`, `masked`, `status`, `enabled`, `expiresAt`, `deletedAt`, `actor` and `at`: the facts right after the change, never the key itself.",
				"`key.expiring` also has `endsAt`, `daysLeft` and `reason` (`expiry` or `inactivity`), and `key.used_from_new_address` has `addresses`. A test has `endpointId`, `agencyId`, `message`, `actor` and `at` alone.",
			],
		},
		{
			heading: "Answering",
			blocks: [
				list(
					"Answer with a 2xx within 10 seconds, and do the work afterwards.",
					"The same event may come again: `webhook-id` and the body are then the same. Keep the ids of the last days and ignore those that you know.",
					"Events of one key come in order. What fails is tried again for three days, 15 times in all, and then parked: somebody can resend it.",
					"`410 Gone` parks at once. Redirects are not followed.",
				),
			],
		},
		{
			heading: "Changing the secret",
			blocks: [
				"Rotate it with an overlap: messages then carry two signatures, by the new secret and by the old, and each is enough. Change it at your side at any time in the overlap.",
			],
		},
	],
};
