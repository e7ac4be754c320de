/** What people call the contact's own fields. */
export const contactFields = {
	firstName: "Vorname",
	lastName: "Nachname",
	email: "E-Mail",
	phone: "Telefon",
	companyName: "Firma",
	address1: "Straße und Hausnummer",
	city: "Ort",
	state: "Bundesland oder Region",
	country: "Land",
	postalCode: "Postleitzahl",
	website: "Website",
	timezone: "Zeitzone",
	source: "Quelle",
	dateOfBirth: "Geburtsdatum",
} as const;
