/** The contact's own fields that hold text, in the order in which people are asked for them. */
export const CONTACT_TEXT_FIELDS = [
	"firstName",
	"lastName",
	"email",
	"phone",
	"companyName",
	"address1",
	"city",
	"state",
	"country",
	"postalCode",
	"website",
	"timezone",
	"source",
	"dateOfBirth",
] as const;
export type ContactTextField = (typeof CONTACT_TEXT_FIELDS)[number];
