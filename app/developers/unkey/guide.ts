import { UNKEY_CREATE, UNKEY_VERIFY } from "../_examples/clients.ts";
import { example, type Guide, list, table } from "../_guides/guide.ts";

export const UNKEY: Guide = {
	slug: "unkey",
	title: "Coming from Unkey",
	summary: "A program that was written for Unkey's API v2 works with another address and another root key.",
	sections: [
		{
			heading: "What to change",
			blocks: [
				list(
					"The address: `serverURL` is `/api/unkey` of this installation.",
					"The root key: an agency key. To verify and to count it needs `keys.verify`, to read keys `keys.readonly`, to manage them the role ADMIN and `keys.write`.",
					"Each `apiId`: the id of the agency, or of one of its locations.",
				),
				example(UNKEY_CREATE),
				example(UNKEY_VERIFY),
			],
		},
		{
			heading: "Calls",
			blocks: [
				table(
					["Call", "Scope"],
					["`keys.verifyKey`, `ratelimit.limit`", "`keys.verify`"],
					["`keys.getKey`, `keys.whoami`, `apis.listKeys`", "`keys.readonly`"],
					[
						"`keys.createKey`, `keys.updateKey`, `keys.updateCredits`, `keys.addPermissions`, `keys.setPermissions`, `keys.removePermissions`, `keys.rerollKey`, `keys.deleteKey`",
						"`keys.write`",
					],
					["`liveness`", "no key at all"],
				),
				"Every member of each is in the [reference](/developers/reference/unkey).",
			],
		},
		{
			heading: "What is what",
			blocks: [
				table(
					["There", "Here"],
					["`name`", "the title; one that is taken gets a number, `Website (2)`"],
					["`permissions`", "[scopes](/developers/authentication#scopes-and-roles), and no others"],
					["`roles`", "`ADMIN` or `READONLY`; left out, a key that writes is ADMIN"],
					["`expires`", "the end date"],
					["`ratelimits`", "one limit of the key's own, by the second, the minute or the hour"],
					["`externalId`, `meta`", "kept as they are, and told with every verdict"],
					["`prefix`, `byteLength`", "accepted; every key has the form of ours"],
				),
				"A secret is not kept, so `recoverable` and `decrypt` cannot be true. Members that are not known are refused, not left out in silence.",
			],
		},
		{
			heading: "Verdicts and refusals",
			blocks: [
				"Two verdicts have no word there: a revoked key is `DISABLED`, and one of a suspended agency or location `FORBIDDEN`. `detail` says which it is.",
				"Refusals have the form `{ meta, error }`. The `type` of an error leads to [its explanation](/developers/errors); wrong input is `400` instead of `422`.",
			],
		},
		{
			heading: "Re-rolling",
			blocks: [
				"`keys.rerollKey` makes another key with a new id; the one before ends after `expiration` milliseconds. To keep the id, [rotate](/developers/best-practices#change-it-without-an-outage) instead.",
			],
		},
	],
};
