import { ContactChange } from "#lib/core/crm/contact-fields.ts";
import { checkCustomValue } from "#lib/core/crm/custom-values.ts";
import type { FormField } from "#lib/core/crm/form-fields.ts";
import { isSavedField } from "#lib/core/crm/form-parts.ts";
import { type CountryCode, withCountryCode } from "#lib/core/crm/phone-country.ts";
import type { FieldError } from "#lib/core/errors.ts";
import { IN_PLAIN_WORDS } from "#lib/core/plain-issues.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Place } from "#lib/data/contacts.ts";
import { listCustomFieldRows } from "#lib/data/custom-fields.ts";
import { findPhoneCountry } from "#lib/data/location-profiles.ts";

type Read =
	| { errors: FieldError[] }
	| {
			name: string | null;
			email: string | null /** Null when nobody is named. */;
			change: ContactChange | null;
	  };

/** What answers say of a contact. What does not fit a custom field, or has none any more, stays with the submission alone. */
export async function contactFrom(
	tx: Tx,
	place: Place,
	fields: readonly FormField[],
	answers: Record<string, string>,
): Promise<Read> {
	const answered = new Map<string, string>();
	const custom = new Map<string, string>();
	for (const { name, savesTo } of fields) {
		const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
		if (savesTo === null || answer === undefined) continue;
		(isSavedField(savesTo) ? answered : custom).set(savesTo, answer);
	}
	const parsed = ContactChange.safeParse(Object.fromEntries(answered), IN_PLAIN_WORDS);
	const askedAs = (saved: unknown) => fields.find(({ savesTo }) => savesTo === saved)?.name ?? "";
	if (!parsed.success) {
		return {
			errors: parsed.error.issues.map(({ path, message }) => ({ field: askedAs(path[0]), message })),
		};
	}
	const country = await findPhoneCountry(tx, place);
	const read = parsed.data.phone ? withCountryCode(parsed.data.phone, country) : null;
	if (read && "message" in read) return { errors: [{ field: askedAs("phone"), message: read.message }] };
	const own = { ...parsed.data, ...read };
	const { firstName, lastName, email = null, phone } = own;
	const name = [firstName, lastName].filter(Boolean).join(" ") || null;
	if (name === null && email === null && !phone) return { name, email, change: null };
	const customValues = await fitting(tx, place, custom, country);
	return { name, email, change: { ...own, customValues } };
}

async function fitting(
	tx: Tx,
	place: Place,
	answers: ReadonlyMap<string, string>,
	country: CountryCode | null,
) {
	if (answers.size === 0) return {};
	const fields = await listCustomFieldRows(tx, place);
	return Object.fromEntries(
		fields.flatMap((field) => {
			const answer = answers.get(field.id);
			if (answer === undefined) return [];
			const checked = checkCustomValue(field, answer, country);
			return "value" in checked ? [[field.id, checked.value]] : [];
		}),
	);
}
