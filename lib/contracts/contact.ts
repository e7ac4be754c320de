import { z } from "zod";
import { ContactChange, nameOfContact } from "#lib/core/crm/contact-fields.ts";
import { CONTACT_TEXT_FIELDS, type ContactTextField } from "#lib/core/crm/contact-text-fields.ts";
import { CustomValue } from "#lib/core/crm/custom-fields.ts";
import { optionalText } from "#lib/core/crm/optional-text.ts";
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

/** The first word is the first name. */
function partsOf(name: string) {
	const [firstName = "", ...rest] = name.split(/\s+/u);
	return { firstName, lastName: rest.join(" ") || null };
}

const Parts = ContactChange.pick({ firstName: true, lastName: true });
const WholeName = singleLine(NAME_MAX, "The name").refine((name) => Parts.safeParse(partsOf(name)).success, {
	error: "The first word of the name, and what follows it, may have up to 100 characters each.",
});

/** What both dialects take of a contact, but for its custom values. */
export const contactFields = {
	...ContactChange.omit({ customValues: true }).shape,
	phone: ContactChange.shape.phone.describe(
		"With a plus and its country code, or as it is dialled in the location's country.",
	),
	name: optionalText(WholeName, "The name is text.").optional().describe("First and last name in one."),
};

/** A name that comes in one is taken apart; names that come apart go before it. */
export function divideName<Fields extends { name?: string | null | undefined }>({ name, ...fields }: Fields) {
	if (name === undefined) return fields;
	const parts = name === null ? { firstName: null, lastName: null } : partsOf(name);
	return { ...parts, ...fields };
}

const VALUES_MAX = 100;
const VALUES_ERROR = `Send up to ${VALUES_MAX} custom values: a list of { id, value }, or an object of values by id or key.`;

/** A field is named by its id or its key; older clients send its value as `field_value`. */
const ListedValue = z
	.object({
		id: z.string().optional(),
		key: z.string().optional(),
		value: z.unknown().optional(),
		field_value: z.unknown().optional(),
	})
	.refine(({ id, key }) => id !== undefined || key !== undefined, {
		path: ["id"],
		error: "Name the custom field by its id or its key.",
	})
	.refine((given) => "value" in given || "field_value" in given, {
		path: ["value"],
		error: "Send the value; null clears the field.",
	});

/** Custom values as either dialect writes or reads them, so that what was read can be sent back. */
export const CustomValuesInput = z.union(
	[
		z.array(ListedValue).max(VALUES_MAX, { error: VALUES_ERROR }),
		z
			.record(z.string(), z.unknown())
			.refine((values) => Object.keys(values).length <= VALUES_MAX, { error: VALUES_ERROR }),
	],
	{ error: VALUES_ERROR },
);

/** What names each field, and what it is to hold. */
export function valuesOf(given: z.output<typeof CustomValuesInput> | undefined) {
	if (!Array.isArray(given))
		return given && Object.entries(given).map(([field, value]) => ({ field, value }));
	return given.map(({ id, key, value, field_value }) => ({
		field: id ?? key ?? "",
		value: value ?? field_value ?? null,
	}));
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
