import type { ContactTextField } from "#lib/core/crm/contact-fields.ts";
import type { Step, Trigger } from "#lib/core/crm/workflow-steps.ts";

type Named = { id: string; name: string };

/** What triggers and steps may name. */
export type Nameable = { forms: readonly Named[]; links: readonly Named[]; fields: readonly Named[] };

export const TRIGGER_WORDS: Record<Trigger["kind"], string> = {
	contact_created: "A contact is created",
	contact_tagged: "A contact gets a tag",
	form_submitted: "A form is submitted",
	link_clicked: "A trigger link is clicked",
	api: "An API call puts a contact in",
};

export const STEP_WORDS: Record<Step["kind"], string> = {
	add_tag: "Add a tag",
	remove_tag: "Remove a tag",
	update_field: "Update a field",
	wait: "Wait",
	call_webhook: "Call a webhook",
	notify: "Notify people",
};

export const OWN_FIELD_WORDS: Record<ContactTextField, string> = {
	firstName: "First name",
	lastName: "Last name",
	email: "E-mail",
	phone: "Phone",
	companyName: "Company",
	address1: "Address",
	city: "City",
	state: "State",
	country: "Country",
	postalCode: "Postal code",
	website: "Website",
	timezone: "Time zone",
	source: "Source",
	dateOfBirth: "Date of birth",
};

const nameIn = (named: readonly Named[], id: string) => named.find((one) => one.id === id)?.name;

/** What starts a workflow, with the names of what it is about. */
export function triggerText(trigger: Trigger, { forms, links }: Nameable): string {
	switch (trigger.kind) {
		case "contact_tagged":
			return `A contact gets the tag “${trigger.tag}”`;
		case "form_submitted":
			return `“${nameIn(forms, trigger.formId) ?? "A form that is gone"}” is submitted`;
		case "link_clicked":
			return `“${nameIn(links, trigger.linkId) ?? "A link that is gone"}” is clicked`;
		default:
			return TRIGGER_WORDS[trigger.kind];
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

/** What a step does, with the names of what it is about. */
export function stepText(step: Step, { fields }: Nameable): string {
	switch (step.kind) {
		case "add_tag":
			return `Add the tag “${step.tag}”`;
		case "remove_tag":
			return `Remove the tag “${step.tag}”`;
		case "update_field": {
			const own: Record<string, string> = OWN_FIELD_WORDS;
			const field = own[step.field] ?? nameIn(fields, step.field) ?? "A field that is gone";
			return step.value === "" ? `Clear ${field}` : `Set ${field} to “${step.value}”`;
		}
		case "wait": {
			const { amount, unit } = splitMinutes(step.minutes);
			return `Wait ${amount} ${unit}${amount === 1 ? "" : "s"}`;
		}
		case "call_webhook":
			return `Call ${step.url}`;
		case "notify":
			return `Notify people: ${step.message}`;
	}
}

export const STARTED_WORDS: Readonly<Record<string, string>> = {
	...TRIGGER_WORDS,
	api: "Put in by an API call",
};
