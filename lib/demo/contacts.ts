import { ContactChange } from "#lib/core/crm/contact-fields.ts";
import type { Context } from "#lib/data/context.ts";
import { createContact } from "#lib/services/contacts/create.ts";
import { createCustomField } from "#lib/services/custom-fields/create.ts";

const DAY_MS = 86_400_000;

type Example = {
	daysAgo: number;
	interest: string | null;
	fields: Parameters<typeof ContactChange.parse>[0];
};

const EXAMPLES: Example[] = [
	{
		daysAgo: 41,
		interest: "Sailing",
		fields: {
			firstName: "Amina",
			lastName: "Haddad",
			email: "amina.haddad@contacts.example",
			phone: "+49 30 5550101",
			city: "Berlin",
			country: "Germany",
			timezone: "Europe/Berlin",
			source: "Trade fair",
			tags: ["customer", "newsletter"],
		},
	},
	{
		daysAgo: 23,
		interest: "Rowing",
		fields: {
			firstName: "Jonas",
			lastName: "Lindqvist",
			email: "jonas@contacts.example",
			companyName: "Lindqvist & Daughters",
			tags: ["lead"],
		},
	},
	{
		daysAgo: 9,
		interest: null,
		fields: {
			firstName: "Mei",
			lastName: "Tanaka",
			phone: "+81 3 5550 0199",
			dateOfBirth: "1988-04-12",
			dnd: true,
			tags: ["customer"],
		},
	},
	{
		daysAgo: 2,
		interest: "Sailing",
		fields: { email: "hello@contacts.example", tags: ["lead", "newsletter"] },
	},
];

/** People for a demo location to know, and one thing that it asks about them. */
export async function seedContacts(ctx: Context, { id: locationId }: { id: string }) {
	const field = await createCustomField(ctx, {
		locationId,
		name: "Interest",
		dataType: "SINGLE_OPTIONS",
		options: ["Sailing", "Rowing", "Diving"],
	});
	for (const { daysAgo, interest, fields } of EXAMPLES) {
		const then = { ...ctx, now: new Date(ctx.now.getTime() - daysAgo * DAY_MS) };
		const customValues = { [field.id]: interest };
		await createContact(then, { locationId, ...ContactChange.parse(fields), customValues });
	}
}
