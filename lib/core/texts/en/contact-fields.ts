/** What people call the contact's own fields. */
export const contactFields = {
	firstName: "First name",
	lastName: "Last name",
	email: "E-mail",
	phone: "Phone",
	companyName: "Company",
	address1: "Street address",
	city: "City",
	state: "State or region",
	country: "Country",
	postalCode: "Postal code",
	website: "Website",
	timezone: "Time zone",
	source: "Source",
	dateOfBirth: "Date of birth",
} as const;
