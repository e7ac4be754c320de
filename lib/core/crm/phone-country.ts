import { type CountryCode, getCountries, parsePhoneNumberFromString } from "libphonenumber-js/min";

export type { CountryCode };

const names = new Intl.DisplayNames("en", { type: "region" });

/** The country that a profile names by its code or in English; null when it is none that has phone numbers. */
export function phoneCountryOf(country: string): CountryCode | null {
	const named = country.trim().toLowerCase();
	return (
		getCountries().find((code) => [code.toLowerCase(), names.of(code)?.toLowerCase()].includes(named)) ?? null
	);
}

export type ReadPhone = { phone: string } | { message: string };

/** A `DialledPhone` with its country code, or what is wrong with it. One without is read as it is dialled in the country. */
export function withCountryCode(dialled: string, country: CountryCode | null): ReadPhone {
	if (dialled.startsWith("+")) return { phone: dialled };
	if (country === null) return { message: "Add a plus and the country code, such as +49 30 1234567." };
	const read = parsePhoneNumberFromString(dialled, country);
	if (read?.isPossible()) return { phone: read.number };
	const named = names.of(country) ?? country;
	return { message: `This is no phone number of ${named}. Add a plus and the country code for others.` };
}
