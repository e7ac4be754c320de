import { WHO_AM_I } from "#components/samples/key-calls.ts";
import { example, type Guide, list } from "../_guides/guide.ts";

export const TROUBLESHOOTING: Guide = {
	slug: "troubleshooting",
	title: "Troubleshooting",
	summary: "It does not work: where to look first.",
	sections: [
		{
			heading: "Begin with this",
			blocks: [
				example(WHO_AM_I),
				"If it answers, the key is good, and the rest of this page is about the call. If it does not, its `code` says why.",
			],
		},
		{
			heading: "401: no valid key",
			blocks: [
				list(
					"`unauthenticated`: the header did not arrive. It is `Authorization`, then `Bearer`, one space, and the key. Some clients drop it when they are redirected: call the address that is meant, with `https`.",
					"`NOT_FOUND`: the key was not copied whole (it has 45 characters), is from another installation, was rotated and its overlap is over, or was deleted.",
					"`DISABLED`, `EXPIRED`, `REVOKED`: its page in the console shows its end date and, under its history, who changed it and when.",
					"`signature_refused`: see [signed requests](/developers/signed-requests#when-it-is-refused).",
				),
			],
		},
		{
			heading: "403: not allowed",
			blocks: [
				list(
					"`INSUFFICIENT_PERMISSIONS`: the scope that is missing stands in `WWW-Authenticate`. READONLY keys never write.",
					"`FORBIDDEN`: the call came from an address that is not on the key's list, or named a location that the key does not act on.",
					"`SUSPENDED`: the agency or the location is.",
					"`forbidden`: the key is good, and this one thing is above it; `detail` says what, such as a key that may do more than the one that makes it.",
				),
			],
		},
		{
			heading: "Why was it refused?",
			blocks: [
				"In the console, **Why was it refused?** above the list of keys, and on a key's page, takes the `requestId` of a refusal and shows the rule that decided and what to do. Refusals are kept for 30 days.",
			],
		},
		{
			heading: "404: not found",
			blocks: [
				"Either there is no such address (look for a typing mistake, and for `/api/v1` or `/api/v2` at its beginning), or the record is not within the key's reach. An agency key has to name the record's location: `locationId` or the header `Location-Id`.",
			],
		},
		{
			heading: "422: some of the input cannot be accepted",
			blocks: [
				"`errors` names each field and what is wrong with it. Frequent: no `locationId` with an agency key, a `Version` that there is not, a time without a time zone, a name in the query that stands there twice.",
			],
		},
		{
			heading: "400, 411, 413, 415: it could not be read",
			blocks: [
				"Send JSON in UTF-8, with `Content-Type: application/json`, not longer than 64 kB. A shell may eat quotation marks: put the JSON into single quotes. In API 2.0, `400` also says that the header `Version` is missing.",
			],
		},
		{
			heading: "421: not served here",
			blocks: [
				"The name in the address is not the one that this installation has. Use the address from these examples.",
			],
		},
		{
			heading: "429 and 503",
			blocks: [
				"Wait as long as `Retry-After` says. See [limits](/developers/limits). `503` says nothing about the key.",
			],
		},
		{
			heading: "A workflow did not start",
			blocks: [
				list(
					"It must be published.",
					"Its trigger must fit exactly: this form, this link, this tag. A tag that the contact had before starts nothing.",
					"A click starts it only with `?contact=` and the id of a contact of that location.",
					"The runs on the workflow's page show what each step did.",
				),
			],
		},
		{
			heading: "A webhook did not come",
			blocks: [
				"Open the webhook's page: its log has each attempt with your answer. Addresses in private networks and certificates that a browser would refuse are not called.",
			],
		},
		{
			heading: "Asking for help",
			blocks: [
				"Give the `requestId` of the answer (also in the header `X-Request-Id`) to whoever runs your Latchkey. Never send the key.",
			],
		},
	],
};
