import { V2_CREATE_LINK, V2_EDIT_LINK, V2_LIST_LINKS } from "../_examples/api-2.ts";
import { example, type Guide, list } from "../_guides/guide.ts";

export const TRIGGER_LINKS: Guide = {
	slug: "trigger-links",
	title: "Trigger links",
	summary: "Short addresses that lead on to yours, count who follows them, and can start a workflow.",
	sections: [
		{
			heading: "Make one",
			blocks: [
				"In the location's view under **Trigger links**, or by a program:",
				example(V2_CREATE_LINK),
				"`redirectTo` must be an `http://` or `https://` address. `url` in the answer is the link's own address, `/l/` and its short name; the link's page shows it too.",
			],
		},
		{
			heading: "Say who clicks",
			blocks: [
				"Add the contact's id when you send the link to somebody: `/l/SHORT_NAME?contact=CONTACT_ID`. The click is then kept with the contact, and workflows with the trigger **A trigger link is clicked** start for it. Without an id, or with one of another location, the click is counted and nobody is named.",
			],
		},
		{
			heading: "What happens on a click",
			blocks: [
				list(
					"The visitor is sent on with `302` at once; nothing is cached, so that every click counts.",
					"Looking without following is not counted: `HEAD`, fetching ahead, and programs that show a preview or search the web and say so. Nor is more than 600 clicks from one address in a quarter of an hour.",
					"A link leads to its stored address alone: nothing in its query can send people elsewhere.",
					"A link that was deleted, or whose location is suspended, answers `404`.",
				),
			],
		},
		{
			heading: "Change where it leads",
			blocks: [
				"The short address stays the same, also in what was sent already.",
				example(V2_EDIT_LINK),
				example(V2_LIST_LINKS),
			],
		},
	],
};
