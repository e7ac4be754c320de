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
					["A contact is created", "a contact is made, by a person, a form or a program"],
					["A contact gets a tag", "a contact gets a certain tag that it did not have"],
					["A form is submitted", "somebody sends a certain form, and its answers name a contact"],
					[
						"A trigger link is clicked",
						"a contact follows a certain [trigger link](/developers/trigger-links)",
					],
					["An API call puts a contact in", "nothing but such a call"],
				),
				"A call may put a contact into any published workflow, whatever its trigger. Drafts start for nothing, and a call about one is refused with `409`.",
			],
		},
		{
			heading: "What it does",
			blocks: [
				"Up to 30 steps, one after the other: add or remove a tag, update a field, wait (from a minute to 90 days), call a webhook, notify the people who look after the location. A tag that one workflow adds may start another, up to five deep and 100 runs in all. A step that fails ends the run. Runs that are over are kept for 90 days.",
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
				"With `eventStartTime` in the body the first step waits until then. A contact that is in the workflow already stays where it is: nothing begins anew. The workflow's page shows each run, step by step.",
			],
		},
		{
			heading: "Take a contact out",
			blocks: [
				example(V2_TAKE_OUT),
				"Runs of that contact in that workflow stop before their next step. What was done stays done. When there is none, the answer is the same.",
			],
		},
		{
			heading: "Taking the call of a webhook step",
			blocks: [
				"A webhook step posts JSON to an `https://` address, signed with the API shared secret as [webhooks](/developers/webhooks) are: verify it the same way. `type` is `workflow.call`, and `data` holds `workflow`, `runId`, `step` and `contact`.",
				"It may come more than once, always with the same `webhook-id`. Without a 2xx it is tried five times within an hour; then the run ends as failed.",
			],
		},
	],
};
