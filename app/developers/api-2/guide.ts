import {
	V2_CREATE_CONTACT,
	V2_CREATE_LINK,
	V2_DELETE_CONTACT,
	V2_EDIT_CONTACT,
	V2_EDIT_LINK,
	V2_FORMS,
	V2_GET_CONTACT,
	V2_LIST_CONTACTS,
	V2_LIST_LINKS,
	V2_LOCATIONS,
	V2_PUT_IN,
	V2_SUBMISSIONS,
	V2_TAG,
	V2_TAKE_OUT,
	V2_UPSERT_CONTACT,
	V2_WORKFLOWS,
} from "../_examples/api-2.ts";
import { CREATE_KEY, LIST_KEYS, ROTATE_KEY } from "../_examples/keys.ts";
import { example, type Guide, table } from "../_guides/guide.ts";

export const API_2: Guide = {
	slug: "api-2",
	title: "API 2.0",
	summary: "Contacts, workflows, trigger links, forms, locations, users and keys.",
	sections: [
		{
			heading: "What every call has",
			blocks: [
				table(
					["Header", "Value", "When"],
					["`Authorization`", "`Bearer lk_…`", "always"],
					[
						"`Version`",
						"`2021-07-28`; `2021-04-15`, `2023-02-21` and `v3` are understood too",
						"for CRM records; not for keys",
					],
					["`Content-Type`", "`application/json`", "with a body"],
				),
				"Calls about a location name it with `locationId`: in the query when they read, in the body when they make something. Calls about one record name the record alone, in the address. An agency key also sends `locationId` or the header `Location-Id` there.",
				"Times are ISO 8601 in UTC, ids are strings to be taken as they are, and a slash at the end of an address makes no difference. Every route is in the [reference](/developers/reference/v2).",
			],
		},
		{
			heading: "Contacts",
			blocks: [
				"Scopes: `contacts.readonly` reads, `contacts.write` does the rest.",
				example(V2_CREATE_CONTACT),
				example(V2_UPSERT_CONTACT),
				"`upsert` looks for the e-mail address first and for the phone number then. `new` says what it did.",
				example(V2_LIST_CONTACTS),
				example(V2_GET_CONTACT),
				example(V2_EDIT_CONTACT),
				"Members that are left out stay as they are. A phone number has a plus and its country code, or is read in the `country` of the location, a code such as `DE` or a name such as `Germany`.",
				example(V2_TAG),
			],
		},
		{
			heading: "Workflows",
			blocks: [
				example(V2_WORKFLOWS),
				example(V2_PUT_IN),
				example(V2_TAKE_OUT),
				"Listing needs `workflows.readonly`; putting in and taking out `contacts.write`. The answer's member is really spelt `succeded`: clients of this API read it so.",
			],
		},
		{
			heading: "Trigger links",
			blocks: [example(V2_CREATE_LINK), example(V2_LIST_LINKS), example(V2_EDIT_LINK)],
		},
		{
			heading: "Forms",
			blocks: [example(V2_FORMS), example(V2_SUBMISSIONS)],
		},
		{
			heading: "Locations and users",
			blocks: ["`companyId` is the agency's id.", example(V2_LOCATIONS)],
		},
		{
			heading: "Deleting",
			blocks: [example(V2_DELETE_CONTACT)],
		},
		{
			heading: "Keys",
			blocks: [
				"Programs may manage keys too, with an agency key that holds `keys.readonly` or `keys.write`. These routes take no `Version`, and refuse members that they do not know. A key never makes or changes a key that may do more than itself.",
				example(LIST_KEYS),
				example(CREATE_KEY),
				"The secret stands in this answer and nowhere else. With an `Idempotency-Key` the call can be sent again when its answer was lost: the same name and body get the same answer for a day, the same name with another body gets `422`.",
				example(ROTATE_KEY),
				"`propagated` says that every process knows of the change already. If it is false, `certainBy` says from when that is certain. All routes are in the [reference](/developers/reference/native).",
			],
		},
	],
};
