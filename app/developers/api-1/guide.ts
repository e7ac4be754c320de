import {
	V1_CONTACTS_OF,
	V1_CREATE_CONTACT,
	V1_CREATE_LINK,
	V1_LIST_CONTACTS,
	V1_LOCATIONS,
	V1_LOOKUP,
	V1_PUT_IN,
	V1_SUBMISSIONS,
	V1_TAG,
	V1_WORKFLOWS,
} from "../_examples/api-1.ts";
import { example, type Guide, list } from "../_guides/guide.ts";

export const API_1: Guide = {
	slug: "api-1",
	title: "API 1.0",
	summary: "For programs that were written for the first API of this kind of CRM. New programs use API 2.0.",
	sections: [
		{
			heading: "How it differs",
			blocks: [
				list(
					"All addresses begin with `/api/v1`. A slash at the end is welcome and not needed.",
					"A location key fixes the location: no call names it. An agency key reaches locations and users, and the rest when `locationId` in the query or the body, or the header `Location-Id`, names a location.",
					"There is no version header.",
					"Answers are plain: one link, location or user comes without a wrapper, workflows come under the singular name `workflow`, and all that goes well is answered `200`.",
				),
				"Every route, with all that it takes and answers, is in the [reference](/developers/reference/v1).",
			],
		},
		{
			heading: "Contacts",
			blocks: [
				example(V1_CREATE_CONTACT),
				example(V1_LIST_CONTACTS),
				'A page has up to 100 contacts, the newest first. To read on, call what `meta.nextPageUrl` says, until it is null. Custom fields are written as an object, `{"customField": {"FIELD_ID": "value"}}`, and read as a list of `{ id, value }`; a list is taken as well.',
				"A phone number has a plus and its country code, or is read in the `country` of the location, a code such as `DE` or a name such as `Germany`.",
				example(V1_LOOKUP),
				example(V1_TAG),
			],
		},
		{
			heading: "Workflows",
			blocks: [
				example(V1_WORKFLOWS),
				example(V1_PUT_IN),
				"With `eventStartTime` in the body, such as `2027-01-31T09:00:00+00:00`, it begins then. [Workflows](/developers/workflows#put-a-contact-in) tells what happens next.",
			],
		},
		{
			heading: "Trigger links and forms",
			blocks: [
				example(V1_CREATE_LINK),
				"`url` is the address to give out. `GET /api/v1/links/` and `GET /api/v1/forms/` list all that the location has.",
				example(V1_SUBMISSIONS),
			],
		},
		{
			heading: "With an agency key",
			blocks: [example(V1_LOCATIONS), example(V1_CONTACTS_OF)],
		},
		{
			heading: "Errors",
			blocks: [
				"Refusals carry a `msg`, as clients of this API read it, beside the members that [all refusals](/developers/errors) have. With wrong input (`422`) there is also one member for each wrong field, by its name, with `message` and `rule`.",
			],
		},
		{
			heading: "Not here",
			blocks: [
				"Some routes of this kind of API are not part of Latchkey. Calling them is answered with `404` and `not_found`, as for any address that does not exist.",
				list(
					"Tasks, notes, appointments and campaigns, below contacts and elsewhere.",
					"Snapshots: neither their list nor `PUT /v1/locations/{locationId}/load-snapshot`.",
					"Custom values, and tags by their ids: [API 2.0](/developers/api-2) has them.",
				),
			],
		},
	],
};
