import { z } from "zod";
import {
	CONTACT_TEXT_FIELDS,
	ContactChange,
	type ContactTextField,
	nameOfContact,
} from "#lib/core/crm/contact-fields.ts";
import { CustomValue } from "#lib/core/crm/custom-fields.ts";
import { singleLine } from "#lib/core/text.ts";

const text = z.string().nullable();

/** A contact as both dialects show it, but for its custom values. */
export const contactShape = {
	id: z.string(),
	locationId: z.string(),
	name: text.describe("What to call the contact."),
	contactName: text,
	firstName: text,
	lastName: text,
	email: text,
	emailLowerCase: text,
	phone: text.describe("With its country code, digits alone after the plus."),
	companyName: text,
	address1: text,
	city: text,
	state: text,
	country: text,
	postalCode: text,
	website: text,
	timezone: text,
	source: text,
	dateOfBirth: text.describe("YYYY-MM-DD."),
	dnd: z.boolean().describe("Asked not to be written to."),
	tags: z.array(z.string()),
	type: z.literal("lead"),
	dateAdded: z.string().describe("ISO 8601 in UTC."),
	dateUpdated: z.string(),
};

export const CustomFieldValue = z.object({ id: z.string(), value: CustomValue });

const NAME_MAX = 200;

/** What both dialects take of a contact, but for its custom values. */
export const contactFields = {
	...ContactChange.omit({ customValues: true }).shape,
	name: singleLine(NAME_MAX, "The name").optional().describe("First and last name in one."),
	dateOfBirth: z
		.string()
		.nullable()
		.transform((given) => (given !== null && DAY_AND_TIME.test(given) ? given.slice(0, 10) : given))
		.pipe(ContactChange.shape.dateOfBirth.unwrap())
		.optional(),
};
const DAY_AND_TIME = /^\d{4}-\d\d-\d\dT/;

/** Of a name that comes in one, the first word is the first name; names that come apart go before it. */
export function divideName<Fields extends { name?: string | undefined }>({ name, ...fields }: Fields) {
	if (name === undefined) return fields;
	const [firstName, ...rest] = name.split(" ");
	return { firstName, lastName: rest.join(" ") || null, ...fields };
}

type ContactFacts = Record<ContactTextField, string | null> & {
	id: string;
	locationId: string;
	dnd: boolean;
	tags: string[];
	customValues: Record<string, z.output<typeof CustomValue>>;
	createdAt: Date;
	updatedAt: Date;
};

/** A contact in the words of the dialects, and what it has in custom fields apart. */
export function presentContact(contact: ContactFacts) {
	const { id, locationId, dnd, tags, customValues, createdAt, updatedAt } = contact;
	const name = nameOfContact(contact);
	const texts = Object.fromEntries(CONTACT_TEXT_FIELDS.map((field) => [field, contact[field]]));
	return {
		values: Object.entries(customValues).map(([field, value]) => ({ id: field, value })),
		contact: {
			id,
			locationId,
			name,
			contactName: name,
			...(texts as Record<ContactTextField, string | null>),
			emailLowerCase: contact.email?.toLowerCase() ?? null,
			dnd,
			tags,
			type: "lead" as const,
			dateAdded: createdAt.toISOString(),
			dateUpdated: updatedAt.toISOString(),
		},
	};
}

export const ContactListMeta = z.object({
	total: z.int(),
	nextPageUrl: z.string().nullable(),
	startAfterId: z.string().nullable(),
	startAfter: z.number().nullable(),
	currentPage: z.int().nullable(),
	nextPage: z.int().nullable(),
	prevPage: z.int().nullable(),
});
