import { V1_SUBMISSIONS } from "../_examples/api-1.ts";
import { V2_FORMS, V2_SUBMISSIONS } from "../_examples/api-2.ts";
import { example, type Guide, list } from "../_guides/guide.ts";

export const FORMS: Guide = {
	slug: "forms",
	title: "Forms",
	summary: "Pages that people fill in, and what a program reads of it.",
	sections: [
		{
			heading: "Make a form",
			blocks: [
				"In the location's view under **Forms**: add its fields, put them in order, and say what people see when they have sent it, a text or another page.",
				"Each form has a public page of its own, `/f/FORM_ID`, which works on phones and without scripts. To have it in a page of yours, copy the snippet that the form's page offers.",
				"A script in any page may send the answers as JSON to the same address, by the names of their fields. It is told `201` with `message` and `redirectTo`, or `422` with `errors` that name the fields. A plain form that is refused is answered with the form's page, with what was typed.",
			],
		},
		{
			heading: "Find its id",
			blocks: [example(V2_FORMS)],
		},
		{
			heading: "Send answers from a program",
			blocks: [
				'Post them to the form\'s own address, `/f/FORM_ID`, as JSON: one object with an answer for each field\'s name, such as `{"email": "ada@example.com"}`. No key is needed, and scripts in pages of any site may do so. The answer is `201` with `status`, `message` (the thanks) and `redirectTo`; with a wrong answer it is `422`, and `errors` names the field.',
				"A browser's plain form may be posted there as well; it is led to a page of thanks. One address may send 60 forms in a quarter of an hour. A form that takes no answers at the moment says `409`.",
			],
		},
		{
			heading: "What a submission does",
			blocks: [
				list(
					"It makes a contact, or changes the one with the same e-mail address or phone number. Answers that hold neither are kept without a contact.",
					"It is kept with its answers and with the page that it came from.",
					"It starts the workflows whose trigger is this form.",
				),
				"All of it happens, or nothing of it.",
			],
		},
		{
			heading: "Read submissions",
			blocks: [
				example(V2_SUBMISSIONS),
				"Narrow it down with `formId`, `q` (words in name or e-mail), `startAt` and `endAt` (days such as `2027-01-31`, or times), and turn pages with `page`, as long as `meta.nextPage` is not null. `others` holds the answers by the names of their fields.",
				"In API 1.0 the answers stand beside `id` and `name` instead:",
				example(V1_SUBMISSIONS),
			],
		},
		{
			heading: "Being told instead of asking",
			blocks: [
				"Make a workflow with the trigger **A form is submitted** and the step **Call a webhook**: your address is told of each submission within seconds. See [workflows](/developers/workflows).",
			],
		},
	],
};
