import { nameOfContact } from "#lib/core/crm/contact-fields.ts";
import type { ContactSummary } from "#lib/core/crm/contacts.ts";
import type { ContactFacts } from "#lib/data/contacts.ts";

export const summarizeContact = ({
	locationId: _,
	createdAt,
	updatedAt,
	...contact
}: ContactFacts): ContactSummary => ({
	...contact,
	name: nameOfContact(contact) ?? "Contact without a name",
	createdAt: createdAt.toISOString(),
	updatedAt: updatedAt.toISOString(),
});
