import type { Translator } from "#components/texts/translator.ts";
import { CONTACT_TEXT_FIELDS } from "#lib/core/crm/contact-text-fields.ts";
import type { Step, Trigger } from "#lib/core/crm/workflow-steps.ts";

type Named = { id: string; name: string };

/** What triggers and steps may name. */
export type Nameable = { forms: readonly Named[]; links: readonly Named[]; fields: readonly Named[] };

export const TRIGGER_KINDS = [
	"contact_created",
	"contact_tagged",
	"form_submitted",
	"link_clicked",
	"api",
] as const satisfies readonly Trigger["kind"][];

export const STEP_KINDS = [
	"add_tag",
	"remove_tag",
	"update_field",
	"wait",
	"call_webhook",
	"notify",
] as const satisfies readonly Step["kind"][];

const nameIn = (named: readonly Named[], id: string) => named.find((one) => one.id === id)?.name;

/** What starts a workflow, with the names of what it is about. */
export function triggerText(trigger: Trigger, { forms, links }: Nameable, t: Translator<"workflows">) {
	switch (trigger.kind) {
		case "contact_tagged":
			return t("tagged", { tag: trigger.tag });
		case "form_submitted":
			return t("submitted", { form: nameIn(forms, trigger.formId) ?? t("goneForm") });
		case "link_clicked":
			return t("clicked", { link: nameIn(links, trigger.linkId) ?? t("goneLink") });
		default:
			return t(`triggers.${trigger.kind}`);
	}
}

const MINUTES = { day: 1_440, hour: 60, minute: 1 } as const;
export type WaitUnit = keyof typeof MINUTES;
export const WAIT_UNITS = Object.keys(MINUTES) as WaitUnit[];
export const minutesIn = (unit: WaitUnit) => MINUTES[unit];

/** Minutes in the greatest unit of which they are a whole number. */
export function splitMinutes(minutes: number): { amount: number; unit: WaitUnit } {
	const unit = WAIT_UNITS.find((one) => minutes % MINUTES[one] === 0) ?? "minute";
	return { amount: minutes / MINUTES[unit], unit };
}

export type StepWords = { t: Translator<"workflows">; fields: Translator<"contactFields"> };

/** What a step does, with the names of what it is about. */
export function stepText(step: Step, nameable: Nameable, { t, fields }: StepWords): string {
	switch (step.kind) {
		case "add_tag":
		case "remove_tag":
			return t(`step.${step.kind}`, { tag: step.tag });
		case "update_field": {
			const own = CONTACT_TEXT_FIELDS.find((name) => name === step.field);
			const field = own ? fields(own) : (nameIn(nameable.fields, step.field) ?? t("goneField"));
			return step.value === "" ? t("step.clear", { field }) : t("step.set", { field, value: step.value });
		}
		case "wait": {
			const { amount, unit } = splitMinutes(step.minutes);
			return t(`step.wait.${unit}`, { count: amount });
		}
		case "call_webhook":
			return t("step.call", { url: step.url });
		case "notify":
			return t("step.notify", { message: step.message });
	}
}

/** What started a run. */
export function startedText(startedBy: string, t: Translator<"workflows">) {
	const kind = TRIGGER_KINDS.find((one) => one === startedBy);
	if (kind === undefined) return startedBy;
	return kind === "api" ? t("putIn") : t(`triggers.${kind}`);
}
