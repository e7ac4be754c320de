import { z } from "zod";
import { singleLine } from "../text.ts";
import { Tag } from "./tags.ts";
import { STEPS_MAX } from "./workflow-parts.ts";

const chosen = (error: string) => z.string({ error }).toLowerCase().pipe(z.uuid({ error }));

/** What can start a workflow. An API call that puts a contact in starts it whatever its trigger is. */
export const Trigger = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("contact_created") }),
	z.strictObject({ kind: z.literal("contact_tagged"), tag: Tag }),
	z.strictObject({ kind: z.literal("form_submitted"), formId: chosen("Choose a form.") }),
	z.strictObject({ kind: z.literal("link_clicked"), linkId: chosen("Choose a trigger link.") }),
	z.strictObject({ kind: z.literal("api") }),
]);
export type Trigger = z.output<typeof Trigger>;

export const WAIT_MINUTES_MAX = 60 * 24 * 90;
const WAIT_ERROR = "Wait between one minute and 90 days.";
const TEXT_MAX = 500;

/** What a workflow does, one after the other. */
export const Step = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("add_tag"), tag: Tag }),
	z.strictObject({ kind: z.literal("remove_tag"), tag: Tag }),
	/** `field` is one of the contact's own, or the id of a custom field. An empty value clears it. */
	z.strictObject({
		kind: z.literal("update_field"),
		field: z.string().min(1, { error: "Choose a field." }).max(100),
		value: z.string().max(TEXT_MAX, { error: `A value may have up to ${TEXT_MAX} characters.` }),
	}),
	z.strictObject({
		kind: z.literal("wait"),
		minutes: z
			.int({ error: WAIT_ERROR })
			.min(1, { error: WAIT_ERROR })
			.max(WAIT_MINUTES_MAX, { error: WAIT_ERROR }),
	}),
	/** Tells the address of the contact, signed as webhooks are. */
	z.strictObject({
		kind: z.literal("call_webhook"),
		url: singleLine(2_000, "The address").pipe(
			z.url({ error: "Enter an address, such as https://hooks.example.com/crm." }),
		),
	}),
	/** Tells the people who keep the location. */
	z.strictObject({ kind: z.literal("notify"), message: singleLine(TEXT_MAX, "The message") }),
]);
export type Step = z.output<typeof Step>;

export const Steps = z.array(Step).max(STEPS_MAX, { error: `A workflow may have up to ${STEPS_MAX} steps.` });
