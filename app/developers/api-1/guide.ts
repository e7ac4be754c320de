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
					"Answers are plain: one link or one location comes without a wrapper, and workflows come under the singular name `workflow`.",
				),
				"Every route, with all that it takes and answers, is in the [reference](/developers/reference/v1).",
			],
		},
		{
			heading: "Contacts",
			blocks: [
				example(V1_CREATE_CONTACT),
				example(V1_LIST_CONTACTS),
				'To read on, call what `meta.nextPageUrl` says, until it is null. Custom fields are written as an object, `{"customField": {"FIELD_ID": "value"}}`, and read as a list of `{ id, value }`; a list is taken as well.',
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
				"With `eventStartTime` in the body, such as `2027-01-31T09:00:00+00:00`, it begins then. What happens next is told in [workflows](/developers/workflows).",
			],
		},
		{
			heading: "Trigger links and forms",
			blocks: [example(V1_CREATE_LINK), example(V1_SUBMISSIONS)],
		},
		{
			heading: "With an agency key",
			blocks: [example(V1_LOCATIONS), example(V1_CONTACTS_OF)],
		},
		{
			heading: "Errors",
			blocks: [
				"Refusals carry a `msg`, as clients of this API read it, beside the members that [all refusals](/developers/errors) have. With wrong input (`422`) there is also one member for each wrong field, with `message` and `rule`.",
			],
		},
	],
};
