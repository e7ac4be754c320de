import { WHO_AM_I } from "#components/samples/key-calls.ts";
import { WHO_AM_I_1 } from "../_examples/keys.ts";
import { example, type Guide, list, table } from "../_guides/guide.ts";

export const AUTHENTICATION: Guide = {
	slug: "authentication",
	title: "Authentication",
	summary: "How a program says who it is, and what decides what it may do.",
	sections: [
		{
			heading: "The header",
			blocks: [
				"Every call carries the key in one header: `Authorization: Bearer lk_…`, exactly once. A key in the query or in the body is not looked at.",
				example(WHO_AM_I),
				"The same question in API 1.0:",
				example(WHO_AM_I_1),
			],
		},
		{
			heading: "Agency keys and location keys",
			blocks: [
				table(
					["A key that", "Location key", "Agency key"],
					["Begins with", "`lk_loc_`", "`lk_agy_`"],
					["Acts on", "one location, always the same", "all locations, or those that were chosen"],
					[
						"Names the location",
						"not needed; naming another is refused",
						"with `locationId` in the query or the body, or in the header `Location-Id`",
					],
					[
						"Reaches users, locations and keys",
						"reads its own location alone",
						"yes, with the scopes for it",
					],
				),
				"What a key does not reach looks as if it did not exist: `404`, the same for a record that is gone and for one that belongs to somebody else.",
			],
		},
		{
			heading: "Scopes and roles",
			blocks: [
				"A scope names an area and what may be done in it: `contacts.readonly` reads, `contacts.write` reads and writes. There are `contacts`, `forms`, `links`, `workflows`, `locations`, `users`, `keys` and `oauth`, each in both forms, and `keys.verify`, `usage.readonly` and `audit.readonly`.",
				"A key also has a role. **ADMIN** holds its scopes as they were ticked. **READONLY** holds the reading form of each, whatever was ticked.",
				"On location keys there are `contacts`, `forms`, `links` and `workflows` in both forms, and `locations.readonly`.",
				"A missing scope is refused with `403` and `INSUFFICIENT_PERMISSIONS`; the header `WWW-Authenticate` names the scope that was asked for.",
			],
		},
		{
			heading: "What else a key may ask for",
			blocks: [
				list(
					"**Addresses.** A key can be bound to addresses or networks. From elsewhere it is refused with `403` and `FORBIDDEN`.",
					"**An end date.** From then on it is refused with `401` and `EXPIRED`.",
					"**A rate limit or credits.** See [limits](/developers/limits).",
					"**Signatures.** The agency may accept [signed requests](/developers/signed-requests) alone.",
				),
			],
		},
		{
			heading: "When a key is not good",
			blocks: [
				table(
					["Status", "Meaning", "Codes"],
					[
						"`401`",
						"there is no valid key",
						"`unauthenticated`, `NOT_FOUND`, `REVOKED`, `DISABLED`, `EXPIRED`, `signature_refused`",
					],
					[
						"`403`",
						"the key is known, and may not do this",
						"`SUSPENDED`, `FORBIDDEN`, `INSUFFICIENT_PERMISSIONS`, `forbidden`",
					],
					[
						"`429`",
						"too much; wait as long as `Retry-After` says",
						"`RATE_LIMITED`, `USAGE_EXCEEDED`, `rate_limited`",
					],
					["`503`", "nobody can know right now; try again", "`unavailable`"],
				),
			],
		},
	],
};
