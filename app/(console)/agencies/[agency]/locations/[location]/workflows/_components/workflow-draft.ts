import type { Step, Trigger } from "#lib/core/crm/workflow-steps.ts";
import { minutesIn, splitMinutes, type WaitUnit } from "./workflow-words.ts";

/** A step as it is being written: what was typed for one kind is kept while another is tried. */
export type StepDraft = {
	/** Stays the same while the step moves. */
	key: string;
	kind: Step["kind"];
	tag: string;
	field: string;
	value: string;
	amount: string;
	unit: WaitUnit;
	url: string;
	message: string;
};

export type TriggerDraft = { kind: Trigger["kind"]; tag: string; formId: string; linkId: string };

export type WorkflowDraft = { name: string; trigger: TriggerDraft; steps: StepDraft[] };

export const newStep = (kind: Step["kind"], key: string): StepDraft => ({
	key,
	kind,
	tag: "",
	field: "",
	value: "",
	amount: "1",
	unit: "day",
	url: "",
	message: "",
});

export const EMPTY_DRAFT: WorkflowDraft = {
	name: "",
	trigger: { kind: "contact_created", tag: "", formId: "", linkId: "" },
	steps: [],
};

type Stored = { name: string; trigger: Trigger; steps: readonly Step[] };

export const draftOf = ({ name, trigger, steps }: Stored): WorkflowDraft => ({
	name,
	trigger: { ...EMPTY_DRAFT.trigger, ...trigger },
	steps: steps.map((step, index) => {
		const { amount, unit } = splitMinutes(step.kind === "wait" ? step.minutes : minutesIn("day"));
		return { ...newStep(step.kind, `stored-${index}`), ...step, amount: String(amount), unit };
	}),
});

/** What is sent of a draft: of each part what its kind has, nothing of what was typed for others. */
export const inputOf = ({ name, trigger, steps }: WorkflowDraft) => ({
	name,
	trigger: triggerInput(trigger),
	steps: steps.map(stepInput),
});

function triggerInput({ kind, tag, formId, linkId }: TriggerDraft) {
	switch (kind) {
		case "contact_tagged":
			return { kind, tag };
		case "form_submitted":
			return { kind, formId };
		case "link_clicked":
			return { kind, linkId };
		default:
			return { kind };
	}
}

function stepInput({ kind, tag, field, value, amount, unit, url, message }: StepDraft) {
	switch (kind) {
		case "add_tag":
		case "remove_tag":
			return { kind, tag };
		case "update_field":
			return { kind, field, value };
		case "wait":
			return { kind, minutes: Number(amount || Number.NaN) * minutesIn(unit) };
		case "call_webhook":
			return { kind, url: url.trim() };
		case "notify":
			return { kind, message };
	}
}
