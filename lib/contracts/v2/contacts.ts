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
import { Succeeded, traced } from "./traced.ts";

const Contact = z
	.object({ ...contactShape, customFields: z.array(CustomFieldValue) })
	.meta({ id: "ContactV2" });

export const ContactAnswer = traced("ContactAnswer", { contact: Contact });
export const ContactDuplicate = traced("ContactDuplicate", { contact: Contact.nullable() });
export const ContactChanged = traced("ContactChanged", {
	succeded: Succeeded.shape.succeded,
	succeeded: Succeeded.shape.succeeded,
	contact: Contact,
});
export const ContactUpserted = traced("ContactUpserted", { new: z.boolean(), contact: Contact });
export const ContactList = traced("ContactList", {
	contacts: z.array(Contact),
	count: z.int(),
	meta: ContactListMeta,
});
export const ContactSearch = traced("ContactSearch", { contacts: z.array(Contact), total: z.int() });
export const TagsAnswer = traced("TagsAnswer", { tags: z.array(z.string()) });

const fields = { ...contactFields, customFields: CustomValuesInput.optional() };

export const SaveContact = z
	.object({ ...fields, locationId: z.string().optional() })
	.meta({ id: "SaveContactV2" });
export const UpdateContact = z.object(fields).meta({ id: "UpdateContactV2" });
export const TagsInput = z.object({ tags: Tags }).meta({ id: "TagsInputV2" });

export const SearchContacts = z
	.object({
		locationId: z.string().optional(),
		query: z.string().max(200).default(""),
		page: z.int().min(1).max(100_000).default(1),
		pageLimit: z.int().min(1).max(100).default(20),
		filters: z
			.array(
				z.object({
					field: z.literal("tags", { error: "Contacts are filtered by tags alone." }),
					operator: z.enum(["eq", "contains"], { error: "Use eq or contains." }),
					value: z.union(
						[
							z.string(),
							z
								.array(z.string())
								.length(1)
								.transform(([tag = ""]) => tag),
						],
						{
							error: "Name one tag.",
						},
					),
				}),
			)
			.max(1, { error: "One filter is understood at a time." })
			.default([]),
		sort: z
			.array(
				z.object({
					field: z.enum(["dateAdded", "dateUpdated", "firstNameLowerCase", "email"]),
					direction: z.enum(["asc", "desc"]).default("desc"),
				}),
			)
			.max(1)
			.default([]),
	})
	.meta({ id: "SearchContactsV2" });

/** What the client's words for an order are called here. */
export const SORTS = {
	dateAdded: "created",
	dateUpdated: "updated",
	firstNameLowerCase: "name",
	email: "email",
} as const;

export function presentContactV2(facts: Parameters<typeof presentContact>[0]) {
	const { contact, values } = presentContact(facts);
	return { ...contact, customFields: values };
}
