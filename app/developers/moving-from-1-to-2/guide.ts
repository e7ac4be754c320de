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
				"Keys work in both APIs: nothing has to be made anew. Open the key's page and see that it holds the scopes of the calls that you move, since both ask for the same ones.",
			],
		},
		{
			heading: "Step by step",
			blocks: [
				steps(
					"Change the beginning of the addresses from `/api/v1` to `/api/v2`.",
					"Add the header `Version: 2021-07-28` to every call.",
					"Add `locationId` to every call that lists or makes something: in the query when it reads, in the body when it writes. Its value is on the location's page, and in the answer of `/api/v2/keys/me`.",
					"Read the answers under their new names, as the table says.",
					"Take `201` for success where something is made.",
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
						"`{ contacts, count }`, next page with `startAfterId` and `startAfter`",
					],
					["Find by e-mail", "`GET /contacts/lookup?email=`", "`GET /contacts/search/duplicate?email=`"],
					["Delete a contact", "empty, `200`", "`{ succeded: true }`"],
					[
						"Custom fields",
						"written as an object, `customField`",
						"a list of `{ id, value }`, `customFields`",
					],
					["List workflows", "`{ workflow: [ ] }`", "`{ workflows: [ ] }`, with `locationId`"],
					["Put into a workflow", "`{ }`", "`{ succeded: true }`"],
					["Make or edit a link", "the link itself", "`{ link }`, `201`"],
					["List forms", "`{ forms }`", "`{ forms, total }`"],
					["List locations", "`GET /locations/`", "`GET /locations/search?companyId=`"],
					["List users", "`GET /users/location`", "`GET /users/?locationId=`"],
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
				"Move a call that only reads first, and compare. `X-Request-Id` of each answer names it in the log, should you have to ask about one.",
			],
		},
	],
};
