import { expect, test } from "vitest";
import { parsePermissionQuery } from "#lib/core/permission-query.ts";
import { SCOPES } from "#lib/core/scopes.ts";
import { askedScopes, scopesOf } from "./asked-scopes.ts";
import { ScopeSet } from "./key-facts.ts";

const held = new ScopeSet(["contacts.write", "forms.readonly"]);
const asked = (scopes: readonly string[], query?: string) =>
	scopesOf(
		askedScopes(held, {
			scopes,
			permissions: query === undefined ? undefined : parsePermissionQuery(query),
			locationId: null,
			address: null,
		}),
	);

test("every scope, and asking for none, has a bit of its own", () => {
	expect(SCOPES.length).toBeLessThan(31);
	for (const scope of SCOPES) expect(asked([scope])).toEqual([scope]);
	expect(asked([...SCOPES])).toEqual([...SCOPES]);
	expect(asked([])).toEqual([""]);
});

test.each([
	["contacts.write OR links.write", ["contacts.write"]],
	["contacts.readonly AND (links.write OR forms.readonly)", ["contacts.readonly", "forms.readonly"]],
	["contacts.write OR something.else", ["contacts.write"]],
])("a question uses what it names and the key holds: %s", (query, scopes) => {
	expect(asked([], query)).toEqual(scopes);
});

test("scopes and a question are used together", () => {
	expect(asked(["forms.readonly"], "contacts.write")).toEqual(["contacts.write", "forms.readonly"]);
});
