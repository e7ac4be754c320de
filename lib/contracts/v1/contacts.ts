import { z } from "zod";
import { Tags } from "#lib/core/crm/tags.ts";
import {
	ContactListMeta,
	CustomFieldValue,
	CustomValuesInput,
	contactFields,
	contactShape,
	presentContact,
} from "../contact.ts";

const Contact = z
	.object({
		...contactShape,
		fingerprint: z.null().describe("Visitors are not fingerprinted here."),
		customField: z.array(CustomFieldValue),
	})
	.meta({ id: "ContactV1" });

export const ContactAnswer = z.object({ contact: Contact }).meta({ id: "ContactAnswerV1" });
export const ContactList = z
	.object({ contacts: z.array(Contact), meta: ContactListMeta })
	.meta({ id: "ContactListV1" });
export const ContactLookup = z.object({ contacts: z.array(Contact) }).meta({ id: "ContactLookupV1" });
export const TagsAnswer = z.object({ tags: z.array(z.string()) }).meta({ id: "TagsAnswerV1" });

/** Custom values are written as a map from the field's id or key, and read as a list. */
export const SaveContact = z
	.object({ ...contactFields, customField: CustomValuesInput.optional() })
	.meta({ id: "SaveContactV1" });
export const TagsInput = z.object({ tags: Tags }).meta({ id: "TagsInputV1" });

export function presentContactV1(facts: Parameters<typeof presentContact>[0]) {
	const { contact, values } = presentContact(facts);
	return { ...contact, fingerprint: null, customField: values };
}
