import { expect, test } from "vitest";
import { ContactChange, nameOfContact } from "./contact-fields.ts";

const messagesOf = (given: unknown) =>
	ContactChange.safeParse(given).error?.issues.map((issue) => issue.message);

test("what is left out stays out, and null or blank text clears", () => {
	const change = ContactChange.parse({ firstName: " Ada ", lastName: null, email: " ", phone: "" });

	expect(change).toEqual({ firstName: "Ada", lastName: null, email: null, phone: null });
});

// The location's country makes the last of them a number that is stored.
test.each([
	["+49 (30) 123-45.67", "+49301234567"],
	["0049301234567", "+49301234567"],
	["030 1234567", "0301234567"],
])("the phone number %s is read as %s", (given, read) => {
	expect(ContactChange.parse({ phone: given }).phone).toBe(read);
});

test("tags are lower case, each once, in their order", () => {
	expect(ContactChange.parse({ tags: ["VIP", "lead", "vip"] }).tags).toEqual(["vip", "lead"]);
});

test.each([
	{ phone: "030 CALL ME" },
	{ email: "ada@" },
	{ email: "ada@example.com\u202e" },
	{ timezone: "Berlin" },
	{ dateOfBirth: "25.09.1990" },
	{ dateOfBirth: "0000-01-01" },
	{ firstName: "a\u0000b" },
	{ firstName: 7 },
	{ firstName: "a".repeat(101) },
	{ dnd: "yes" },
	{ tags: [""] },
	{ customValues: { "not-an-id": "x" } },
	{ fingerprint: "x" },
])("%j is refused in words", (given) => {
	expect(messagesOf(given)?.[0]).toMatch(/./);
});

test.each([
	[{ firstName: "Ada", lastName: "King", email: "a@example.com" }, "Ada King"],
	[{ firstName: null, companyName: "Acme", phone: "+49301234567" }, "Acme"],
	[{ email: "a@example.com" }, "a@example.com"],
	[{}, null],
])("%j is called %s", (contact, name) => {
	expect(nameOfContact(contact)).toBe(name);
});
