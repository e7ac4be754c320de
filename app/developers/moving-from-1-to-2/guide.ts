import { V2_CREATE_CONTACT, V2_LIST_CONTACTS } from "../_examples/api-2.ts";
import { example, type Guide, steps, table } from "../_guides/guide.ts";

export const MOVING_FROM_1_TO_2: Guide = {
	slug: "moving-from-1-to-2",
	title: "Moving from 1.0 to 2.0",
	summary:
		"What to change in a program, in the order in which to change it. Both APIs work on the same records, so it can be done call by call.",
	sections: [
		{
			heading: "Before you begin",
			blocks: [
				"Keys work in both APIs: nothing has to be made anew. Both ask for the same scopes, with one exception: to list users, API 1.0 asks for `locations.readonly` and API 2.0 for `users.readonly`, which agency keys alone can hold.",
			],
		},
		{
			heading: "Step by step",
			blocks: [
				steps(
					"Change the beginning of the addresses from `/api/v1` to `/api/v2`.",
					"Add the header `Version: 2021-07-28` to every call. Without it the answer is `400`.",
					"Add `locationId` to every call that lists or makes something: in the query when it reads, in the body when it writes. `/api/v2/keys/me` tells its value, in `locationIds`. A location key may go on without.",
					"Read the answers under their new names, as the table says.",
					"Take any status from `200` to `299` for success: making something, adding tags, and everything that changes a link are answered `201`.",
				),
				example(V2_LIST_CONTACTS),
				example(V2_CREATE_CONTACT),
			],
		},
		{
			heading: "What answers look like",
			blocks: [
				table(
					["Call", "In 1.0", "In 2.0"],
					[
						"List contacts",
						"`{ contacts, meta }`, next page in `meta.nextPageUrl`",
						"`{ contacts, count, meta }`, next page in `meta.nextPageUrl` too",
					],
					[
						"Find by e-mail",
						"`GET /contacts/lookup?email=`: `{ contacts: [ ] }`",
						"`GET /contacts/search/duplicate?email=`: `{ contact }`, null when there is none",
					],
					["Make or read a contact", "`{ contact }`", "`{ contact }`, `201` when made"],
					["Edit a contact", "`{ contact }`", "`{ succeded: true, contact }`"],
					["Add tags", "`{ tags }`", "`{ tags }`, `201`"],
					["Delete a contact", "`{ }`", "`{ succeded: true }`"],
					[
						"Custom fields",
						"written as an object, read as a list: `customField`",
						"written and read as a list of `{ id, value }`, `customFields`",
					],
					["List workflows", "`{ workflow: [ ] }`", "`{ workflows: [ ] }`, with `locationId`"],
					["Put into a workflow", "`{ }`", "`{ succeded: true }`"],
					["Make or edit a link", "the link itself", "`{ link }`, `201`"],
					["Delete a link", "`{ }`", "`{ succeded: true }`, `201`"],
					["List forms", "`{ forms }`", "`{ forms, total }`"],
					["List locations", "`GET /locations/`", "`GET /locations/search?companyId=`"],
					["List users", "`GET /users/location`", "`GET /users/?locationId=`, with an agency key"],
				),
			],
		},
		{
			heading: "What errors look like",
			blocks: [
				"API 1.0 has its text in `msg`. API 2.0 has `statusCode`, `message` and `error`; with wrong input `message` is a list. Both also carry `code`, `detail` and `requestId`: a program that reads these need not be changed again.",
			],
		},
		{
			heading: "Trying it beside the old one",
			blocks: [
				"Move a call that only reads first, and compare. The header `X-Request-Id` of each answer names the call, should you have to ask about one.",
			],
		},
	],
};
