import { z } from "zod";
import { Id } from "../ids.ts";
import { singleLine } from "../text.ts";
import { Tag } from "./tags.ts";

/** What can start a workflow. An API call that puts a contact in starts it whatever its trigger is. */
export const Trigger = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("contact_created") }),
	z.strictObject({ kind: z.literal("contact_tagged"), tag: Tag }),
	z.strictObject({ kind: z.literal("form_submitted"), formId: Id }),
	z.strictObject({ kind: z.literal("link_clicked"), linkId: Id }),
	z.strictObject({ kind: z.literal("api") }),
]);
export type Trigger = z.output<typeof Trigger>;

export const WAIT_MINUTES_MAX = 60 * 24 * 90;
const TEXT_MAX = 500;

/** What a workflow does, one after the other. */
export const Step = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("add_tag"), tag: Tag }),
	z.strictObject({ kind: z.literal("remove_tag"), tag: Tag }),
	/** `field` is one of the contact's own, or the id of a custom field. An empty value clears it. */
	z.strictObject({
		kind: z.literal("update_field"),
		field: z.string().min(1).max(100),
		value: z.string().max(TEXT_MAX),
	}),
	z.strictObject({ kind: z.literal("wait"), minutes: z.int().min(1).max(WAIT_MINUTES_MAX) }),
	/** Tells the address of the contact, signed as webhooks are. */
	z.strictObject({ kind: z.literal("call_webhook"), url: z.url().max(2_000) }),
	/** Tells the people who keep the location. */
	z.strictObject({ kind: z.literal("notify"), message: singleLine(TEXT_MAX, "The message") }),
]);
export type Step = z.output<typeof Step>;

export const STEPS_MAX = 30;
export const Steps = z.array(Step).max(STEPS_MAX, { error: `A workflow may have up to ${STEPS_MAX} steps.` });

export const WORKFLOW_STATUSES = ["DRAFT", "PUBLISHED"] as const;
export type WorkflowStatus = (typeof WORKFLOW_STATUSES)[number];

export const RUN_STATES = ["RUNNING", "DONE", "FAILED", "STOPPED"] as const;
export type RunState = (typeof RUN_STATES)[number];
