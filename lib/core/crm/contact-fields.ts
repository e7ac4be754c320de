import { z } from "zod";
import { Id } from "../ids.ts";
import { Email } from "../people/email.ts";
import { singleLine } from "../text.ts";
import type { ContactTextField } from "./contact-text-fields.ts";
import { CUSTOM_FIELDS_MAX } from "./custom-fields.ts";
import { Day } from "./day.ts";
import { optionalText } from "./optional-text.ts";
import { DialledPhone } from "./phone.ts";
import { Tags } from "./tags.ts";

const line = (max: number, name: string) =>
	optionalText(singleLine(max, name), `${name} is text.`).optional();

const EMAIL_ERROR = "Enter an e-mail address, such as name@example.com.";
/** An address in the spelling in which it was given. It is found by {@link foldEmail}. */
const TypedEmail = z
	.string()
	.trim()
	.refine((text) => Email.safeParse(text).success, { error: EMAIL_ERROR });

export const foldEmail = (email: string) => email.trim().toLowerCase();

const ZONE_ERROR = "Enter a time zone, such as Europe/Berlin.";
function isTimeZone(zone: string) {
	try {
		new Intl.DateTimeFormat("en", { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}
const TimeZone = z
	.string()
	.trim()
	.refine((text) => text.length <= 60 && isTimeZone(text), { error: ZONE_ERROR });

/** The contact's own fields that hold text. */
const TEXT_FIELDS = {
	firstName: line(100, "The first name"),
	lastName: line(100, "The last name"),
	email: optionalText(TypedEmail, EMAIL_ERROR).optional(),
	phone: optionalText(DialledPhone, "A phone number is text.").optional(),
	companyName: line(200, "The company"),
	address1: line(200, "The address"),
	city: line(100, "The city"),
	state: line(100, "The state"),
	country: line(100, "The country"),
	postalCode: line(40, "The postal code"),
	website: line(500, "The website"),
	timezone: optionalText(TimeZone, ZONE_ERROR).optional(),
	source: line(200, "The source"),
	dateOfBirth: optionalText(Day, "A date of birth is text.").optional(),
} satisfies Record<ContactTextField, z.ZodType>;

/**
 * What is to be said of a contact. What is left out stays as it is; null and blank text clear a field; tags are set as
 * given; custom values are set one by one, by the field's id, and fit the field's type. A phone number may lack its country
 * code, which the location's country then gives it.
 */
export const ContactChange = z.strictObject({
	...TEXT_FIELDS,
	dnd: z.boolean().optional(),
	tags: Tags.optional(),
	customValues: z
		.record(Id, z.unknown())
		.refine((values) => Object.keys(values).length <= CUSTOM_FIELDS_MAX, {
			error: `A contact may have up to ${CUSTOM_FIELDS_MAX} custom values.`,
		})
		.optional(),
});
export type ContactChange = z.output<typeof ContactChange>;

type Named = Partial<Record<"firstName" | "lastName" | "companyName" | "email" | "phone", string | null>>;

/** What to call a contact: the name, or the next best that is known. Null when nothing is. */
export const nameOfContact = ({ firstName, lastName, companyName, email, phone }: Named) =>
	[firstName, lastName].filter(Boolean).join(" ") || companyName || email || phone || null;

/** Said of a contact that {@link nameOfContact} has no name for. */
export const NAMELESS =
	"Enter a name, a company, an e-mail address or a phone number, so that the contact can be told from others.";
