import type { ContactChange } from "#lib/core/crm/contact-fields.ts";
import { type CountryCode, phoneCountryOf, withCountryCode } from "#lib/core/crm/phone-country.ts";
import { AppError } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Place } from "#lib/data/contacts.ts";
import { findLocationProfile } from "#lib/data/location-profiles.ts";

/** The country in which a location's people dial; null when its profile names none. */
export async function findPhoneCountry(tx: Tx, { agencyId, locationId }: Place): Promise<CountryCode | null> {
	const location = await findLocationProfile(tx, agencyId, locationId);
	return phoneCountryOf(location?.profile.country ?? "");
}

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
