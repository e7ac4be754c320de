/** How many forms a location may have. */
export const FORMS_MAX = 200;
export const FORM_FIELDS_MAX = 40;
export const FORM_NAME_MAX = 100;
export const LABEL_MAX = 120;
export const THANKS_MAX = 1_000;

export const FIELD_TYPES = [
	"text",
	"paragraph",
	"email",
	"phone",
	"number",
	"date",
	"choice",
	"checkbox",
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** The contact's own fields that a form may ask for, each with the type that fits. */
export const SAVED_FIELDS = {
	firstName: "text",
	lastName: "text",
	email: "email",
	phone: "phone",
	companyName: "text",
	address1: "text",
	city: "text",
	state: "text",
	country: "text",
	postalCode: "text",
	website: "text",
	dateOfBirth: "date",
} as const satisfies Record<string, FieldType>;
export type SavedField = keyof typeof SAVED_FIELDS;
export const isSavedField = (text: string): text is SavedField => Object.hasOwn(SAVED_FIELDS, text);

/** Filled by programs that fill whatever they find; people do not see it. */
export const TRAP = "homepage_url";

/** What a ticked box is sent as. */
export const TICKED = "yes";
