import type { ContactChange } from "#lib/core/crm/contact-fields.ts";
import { withCountryCode } from "#lib/core/crm/phone-country.ts";
import { AppError } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Place } from "#lib/data/contacts.ts";
import { findPhoneCountry } from "#lib/data/location-profiles.ts";

/** What is said of a contact with the number as it is stored. Refuses one that lacks a country code that nobody can tell. */
export async function withReadPhone<Said extends Pick<ContactChange, "phone">>(
	tx: Tx,
	place: Place,
	said: Said,
): Promise<Said> {
	if (!said.phone || said.phone.startsWith("+")) return said;
	const read = withCountryCode(said.phone, await findPhoneCountry(tx, place));
	if ("phone" in read) return { ...said, phone: read.phone };
	const fields = [{ field: "phone", message: read.message }];
	throw new AppError("invalid_input", read.message, { fields });
}
