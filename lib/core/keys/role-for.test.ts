import { expect, test } from "vitest";
import { roleFor } from "./role-for.ts";

test.each([
	[[], null, "READONLY"],
	[["contacts.readonly", "keys.verify"], null, "READONLY"],
	[["contacts.readonly", "forms.write"], null, "ADMIN"],
	[["forms.write"], "READONLY", "ADMIN"],
	[["forms.readonly"], "ADMIN", "ADMIN"],
	[[], "READONLY", "READONLY"],
] as const)("%j on a key that was %s makes it %s", (scopes, before, role) => {
	expect(roleFor(scopes, before)).toBe(role);
});
