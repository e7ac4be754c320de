import { expect, test } from "vitest";
import { DialledPhone } from "./phone.ts";
import { phoneCountryOf, withCountryCode } from "./phone-country.ts";

test.each([
	["DE", "DE"],
	["de", "DE"],
	[" Germany ", "DE"],
	["United States", "US"],
	["Atlantis", null],
	["", null],
])("the country “%s” of a profile is %s to phone numbers", (named, code) => {
	expect(phoneCountryOf(named)).toBe(code);
});

test.each([
	["030 1234567", "DE", "+49301234567"],
	["(0)30/1234567", "DE", "+49301234567"],
	["49 30 1234567", "DE", "+49301234567"],
	["0049 30 1234567", "US", "+49301234567"],
	["(415) 555-2671", "US", "+14155552671"],
	["1 415 555 2671", "US", "+14155552671"],
	["020 7946 0018", "GB", "+442079460018"],
	["+49301234567", null, "+49301234567"],
] as const)("%s dialled in %s is %s", (typed, country, phone) => {
	expect(withCountryCode(DialledPhone.parse(typed), country)).toEqual({ phone });
});

test.each([
	["030 1234567", null, /plus and the country code/],
	["123", "DE", /Germany/],
	["123456789012345", "US", /United States/],
] as const)("%s cannot be read in %s", (typed, country, message) => {
	expect(withCountryCode(DialledPhone.parse(typed), country)).toEqual({
		message: expect.stringMatching(message),
	});
});

test.each(["", "12", "abc", "+0123456", "1234567890123456", "0800 FLOWERS"])(
	"“%s” is no number at all",
	(typed) => {
		expect(DialledPhone.safeParse(typed).success).toBe(false);
	},
);
