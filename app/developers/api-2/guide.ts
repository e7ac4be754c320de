import {
	V2_CREATE_CONTACT,
	V2_CREATE_LINK,
	V2_CREATE_VALUE,
	V2_DELETE_CONTACT,
	V2_EDIT_CONTACT,
	V2_EDIT_LINK,
	V2_FORMS,
	V2_GET_CONTACT,
	V2_LIST_CONTACTS,
	V2_LIST_LINKS,
	V2_LOCATION_TOKEN,
	V2_LOCATIONS,
	V2_PUT_IN,
	V2_SUBMISSIONS,
	V2_TAG,
	V2_TAGS,
	V2_TAKE_OUT,
	V2_UPSERT_CONTACT,
	V2_WORKFLOWS,
} from "../_examples/api-2.ts";
import { CRM_CLIENT } from "../_examples/clients.ts";
import { CREATE_KEY, LIST_KEYS, ROTATE_KEY } from "../_examples/keys.ts";
import { example, type Guide, list, table } from "../_guides/guide.ts";

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
						"always, but for the routes about keys; without it the answer is `400`",
					],
					["`Content-Type`", "`application/json`", "with a body"],
				),
				"Calls about a location name it with `locationId`: in the query when they read, in the body when they make something. Calls about one record name the record alone, in the address; an agency key names the location there too, in `locationId` or the header `Location-Id`. A location key may leave `locationId` out.",
				"Times are ISO 8601 in UTC, ids are strings to be taken as they are, and a slash at the end of an address makes no difference. Answers carry a `traceId`, which is also the header `X-Request-Id`. Every route is in the [reference](/developers/reference/v2).",
				"In version `v3`, two lists are gone and answer `404`: search contacts with `POST /contacts/search`, and users with `GET /users/search`.",
			],
		},
		{
			heading: "With a client library",
			blocks: [
				"Libraries that were written for this kind of CRM work once their base URL is changed to `/api/v2` of this installation, and the key is given as the token of a private integration.",
				example(CRM_CLIENT),
			],
		},
		{
			heading: "Contacts",
			blocks: [
				"Scopes: `contacts.readonly` reads, `contacts.write` does the rest.",
				example(V2_CREATE_CONTACT),
				example(V2_UPSERT_CONTACT),
				"`upsert` looks for the e-mail address first and for the phone number then. `new` says whether it made the contact.",
				example(V2_LIST_CONTACTS),
				"The newest first, up to 100 on a page. To read on, call what `meta.nextPageUrl` says, until it is null.",
				example(V2_GET_CONTACT),
				example(V2_EDIT_CONTACT),
				"Members that are left out stay as they are; null clears one; `tags` are set as given. Custom fields are read and written as a list of `{ id, value }`, `customFields`. A phone number has a plus and its country code, or is read in the `country` of the location, a code such as `DE` or a name such as `Germany`.",
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
			blocks: [
				"Scopes: `links.readonly` and `links.write`. Making, changing and deleting a link are all answered `201`. `url` is the address to give out.",
				example(V2_CREATE_LINK),
				example(V2_LIST_LINKS),
				example(V2_EDIT_LINK),
			],
		},
		{
			heading: "Forms",
			blocks: [
				"Scope: `forms.readonly`. [Forms](/developers/forms) tells of filters and pages.",
				example(V2_FORMS),
				example(V2_SUBMISSIONS),
			],
		},
		{
			heading: "Locations and users",
			blocks: [
				"For agency keys with `locations.readonly` or `users.readonly`; a location key reads its own location. `companyId` is the agency's id, which `/api/v2/keys/me` tells as `agencyId`. A new location is answered once keys that act on all locations act on it, so that the next call may name it.",
				example(V2_LOCATIONS),
				"Somebody's roles change together or not at all. What a change leaves out stays as it is; their name, address and password are for themselves to change.",
			],
		},
		{
			heading: "Custom values and tags",
			blocks: [
				"A location keeps texts under names, its custom values, and knows the tags of its contacts. Scopes: `contacts.readonly` reads, `contacts.write` does the rest.",
				example(V2_CREATE_VALUE),
				example(V2_TAGS),
				"Tagging a contact makes tags that are new. A tag that is renamed or deleted by its id is so at every contact that has it. Workflows name tags by their text: they go on waiting for the name before.",
			],
		},
		{
			heading: "A token for one location",
			blocks: [
				"An agency key with `oauth.write` gets keys of its locations, so that a program hands out less than it holds. `GET /api/v2/oauth/installedLocations` lists the locations, with `oauth.readonly`.",
				example(V2_LOCATION_TOKEN),
				list(
					"`access_token` is a key like any other of that location: people see it in the location's list, with who asked for it, and can revoke it. It stands in this answer and nowhere else.",
					"It holds what its maker holds, as far as a location's key may and the agency's policy allows, from the same addresses and under the same rate limit.",
					"It ends after `expires_in` seconds, a day at most. It ends at once when its maker is revoked, switched off, deleted, or left with less than it had, and when its maker gets a new secret without an overlap.",
					"A key has up to ten tokens at a location. The oldest makes room for one more, so keep a token for its day instead of asking before each call.",
				),
			],
		},
		{
			heading: "Deleting",
			blocks: [example(V2_DELETE_CONTACT)],
		},
		{
			heading: "Keys",
			blocks: [
				"Programs may manage keys too, with an agency key that holds `keys.readonly` or `keys.write`. These routes take no `Version`, and refuse members that they do not know. A key never makes or changes a key that may do more than itself, and never hands out `keys.write`.",
				example(LIST_KEYS),
				example(CREATE_KEY),
				"The secret stands in this answer and nowhere else. With an `Idempotency-Key` the call can be sent again when its answer was lost: for 24 hours the same name and body get the same answer, with the header `Idempotency-Replayed: true`; the same name with another body gets `422`. All calls that make something take such a name: contacts, links, locations, users and custom fields too.",
				example(ROTATE_KEY),
				"`propagated` says that every process knows of the change already. If it is false, `certainBy` says from when that is certain. All routes are in the [reference](/developers/reference/native).",
			],
		},
		{
			heading: "Not here",
			blocks: [
				"Some routes of this kind of API are not part of Latchkey. Calling them is answered with `404` and `not_found`, as for any address that does not exist.",
				list(
					"`POST /oauth/token`: there are no apps that people install. A program has a key, or a token of a location.",
					"`POST /forms/upload-custom-files`: forms take no files.",
					"Tasks, notes, appointments and campaigns, below contacts and elsewhere, and the businesses of contacts.",
					"Templates of a location, and the search of its tasks.",
				),
			],
		},
	],
};
