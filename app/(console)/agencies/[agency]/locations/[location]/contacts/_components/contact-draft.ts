import { CONTACT_TEXT_FIELDS, type ContactTextField } from "#lib/core/crm/contact-text-fields.ts";
import type { ContactSummary } from "#lib/core/crm/contacts.ts";
import { type CustomField, type CustomValue, isManyOf } from "#lib/core/crm/custom-fields.ts";

/** What is typed into a custom field: text, or the options that are ticked. */
export type CustomDraft = string | string[];

export type ContactDraft = {
	text: Record<ContactTextField, string>;
	dnd: boolean;
	tags: string[];
	customValues: Record<string, CustomDraft>;
};

/** What the form begins with: a contact as it is, or an empty one. */
export const draftOf = (contact: ContactSummary | null, fields: readonly CustomField[]): ContactDraft => ({
	text: Object.fromEntries(CONTACT_TEXT_FIELDS.map((name) => [name, contact?.[name] ?? ""])) as Record<
		ContactTextField,
		string
	>,
	dnd: contact?.dnd ?? false,
	tags: contact?.tags ?? [],
	customValues: Object.fromEntries(
		fields.map((field) => [field.id, customDraft(field, contact?.customValues[field.id])]),
	),
});

function customDraft({ dataType }: CustomField, value: CustomValue | undefined): CustomDraft {
	if (isManyOf(dataType)) return Array.isArray(value) ? value : [];
	return value === undefined || Array.isArray(value) ? "" : String(value);
}

/** What the form sends. */
export const inputOf = ({ text, ...rest }: ContactDraft) => ({ ...text, ...rest });
