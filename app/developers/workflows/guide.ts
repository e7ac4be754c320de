import { V2_PUT_IN, V2_TAKE_OUT, V2_WORKFLOWS } from "../_examples/api-2.ts";
import { example, type Guide, table } from "../_guides/guide.ts";

export const WORKFLOWS: Guide = {
	slug: "workflows",
	title: "Workflows",
	summary:
		"Steps that run by themselves for a contact: what starts them, what they do, and what a program has to do with it.",
	sections: [
		{
			heading: "What starts a workflow",
			blocks: [
				table(
					["Trigger", "Starts when"],
					["Contact created", "a contact is made, by a person, a form or a program"],
					["Contact tagged", "a contact gets a certain tag that it did not have"],
					["Form submitted", "somebody sends a certain form"],
					["Link clicked", "a contact follows a certain [trigger link](/developers/trigger-links)"],
					["API", "nothing but a call that puts a contact in"],
				),
				"A call may put a contact into any workflow, whatever its trigger. Only published workflows run; drafts do not.",
			],
		},
		{
			heading: "What it does",
			blocks: [
				"Up to 30 steps, one after the other: add or remove a tag, set a field, wait (from a minute to 90 days), call a webhook, notify the people who keep the location. A tag that one workflow adds may start another, up to five deep and 100 runs in all. Runs that are over are kept for 90 days.",
			],
		},
		{
			heading: "Find the workflow",
			blocks: [
				"Workflows are made in the location's view, under **Workflows**. A program reads their ids:",
				example(V2_WORKFLOWS),
			],
		},
		{
			heading: "Put a contact in",
			blocks: [
				example(V2_PUT_IN),
				"With `eventStartTime` in the body the first step waits until then. The run is in the workflow's page, step by step.",
			],
		},
		{
			heading: "Take a contact out",
			blocks: [
				example(V2_TAKE_OUT),
				"Runs of that contact stop before their next step. What was done stays done.",
			],
		},
		{
			heading: "Taking the call of a webhook step",
			blocks: [
				"A webhook step posts the contact to an `https://` address, signed with the API shared secret as [webhooks](/developers/webhooks) are: verify it the same way. It may come more than once, always with the same `webhook-id`.",
			],
		},
	],
};
