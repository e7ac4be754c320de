import type { FormField } from "#lib/core/crm/form-fields.ts";
import type { Context } from "#lib/data/context.ts";
import { createForm } from "#lib/services/forms/create.ts";
import { createLink } from "#lib/services/links/create.ts";

const ask = (name: string, label: string, more: Partial<FormField> = {}): FormField => ({
	name,
	label,
	type: "text",
	required: false,
	options: [],
	savesTo: null,
	...more,
});

const QUESTIONS = [
	ask("first_name", "First name", { required: true, savesTo: "firstName" }),
	ask("last_name", "Last name", { savesTo: "lastName" }),
	ask("email", "E-mail", { type: "email", required: true, savesTo: "email" }),
	ask("topic", "What is it about?", {
		type: "choice",
		options: ["An appointment", "A quote", "Something else"],
	}),
	ask("message", "Your message", { type: "paragraph" }),
	ask("consent", "You may write to me about this.", { type: "checkbox", required: true }),
];

/** A form that can be sent and a link that can be followed. */
export async function seedFormAndLink(ctx: Context, locationId: string) {
	await createForm(ctx, {
		locationId,
		name: "Contact us",
		fields: QUESTIONS,
		submitLabel: "Send message",
		thanks: "Thank you. We will write to you within a day.",
		redirectTo: null,
		enabled: true,
	});
	await createLink(ctx, { locationId, name: "Spring offer", redirectTo: "https://example.com/spring" });
}
