import { describe, expect, test } from "vitest";
import type { PersonRole } from "#lib/core/permissions.ts";
import { actionItems, foundItems, matching, type PaletteItem, viewAt } from "./palette-items.ts";

const words = {
	createKey: "Create API key",
	createLocation: "Create location",
	invite: "Invite people",
	account: "Account",
	notifications: "Notifications",
	light: "Light",
	dark: "Dark",
	system: "System",
	developers: "Documentation",
	shortcuts: "Shortcuts",
	exactTimes: "Exact times",
	signOut: "Sign out",
};

const placesOf = (role: PersonRole) => [
	{
		agency: { slug: "acme", name: "Acme" },
		role: role === "MANAGER" || role === "VIEWER" ? null : role,
		locations: [{ slug: "north", name: "North", role }],
	},
];

const wishesOf = (role: PersonRole, view: { agency: string; location?: string }) =>
	actionItems(placesOf(role), view, words).flatMap(({ does }) =>
		"go" in does && does.wish ? [does.wish] : [],
	);

describe("commands", () => {
	test.each([
		["OWNER", ["create-key", "create-location", "invite-people"]],
		["ADMIN", ["create-key", "create-location", "invite-people"]],
		["MEMBER", []],
	] as const)("in the Agency View %s is offered what they may do: %j", (role, wishes) => {
		expect(wishesOf(role, { agency: "acme" })).toEqual(wishes);
	});

	test.each([
		["MANAGER", ["create-key", "invite-people"]],
		["VIEWER", []],
	] as const)("at a location %s is offered what they may do: %j", (role, wishes) => {
		expect(wishesOf(role, { agency: "acme", location: "north" })).toEqual(wishes);
	});

	test("nothing is offered in a view that is not the person's", () => {
		expect(wishesOf("MANAGER", { agency: "acme" })).toEqual([]);
		expect(wishesOf("OWNER", { agency: "other" })).toEqual([]);
	});
});

describe("the view", () => {
	test("is that of the address, else the first that the person may enter", () => {
		expect(viewAt(placesOf("OWNER"), { agency: "acme", location: "north" })).toEqual({
			agency: "acme",
			location: "north",
		});
		expect(viewAt(placesOf("OWNER"), {})).toEqual({ agency: "acme" });
		expect(viewAt(placesOf("VIEWER"), {})).toEqual({ agency: "acme", location: "north" });
		expect(viewAt([], {})).toEqual({});
	});
});

describe("what was found", () => {
	const key = { kind: "key", id: "k1", name: "Till", detail: "North", locationSlug: "north" } as const;

	test("a location's key is opened at its location, an agency's in the Agency View", () => {
		const found = [key, { ...key, id: "k2", detail: "", locationSlug: null }];

		expect(foundItems(found, "key", { agency: "acme" }, "Agency key")).toMatchObject([
			{ detail: "North", does: { go: "/agencies/acme/locations/north/keys/k1" } },
			{ detail: "Agency key", does: { go: "/agencies/acme/keys/k2" } },
		]);
	});

	test("a person is looked for among the people, whatever their name", () => {
		const found = [{ kind: "person", id: "p", name: "A & B?", detail: "", locationSlug: null } as const];

		expect(foundItems(found, "person", { agency: "acme" }, "")).toMatchObject([
			{ does: { go: "/agencies/acme/people?q=A%20%26%20B%3F" } },
		]);
	});
});

test("items need every word that was typed, and those that begin with it come first", () => {
	const item = (label: string): PaletteItem => ({
		id: label,
		kind: "page",
		label,
		detail: "",
		does: { go: "/" },
	});
	const items = [item("API shared secret"), item("Harbour"), item("Secret harbour")];

	expect(matching(items, "ha", 9).map(({ label }) => label)).toEqual([
		"Harbour",
		"API shared secret",
		"Secret harbour",
	]);
	expect(matching(items, "secret har", 9).map(({ label }) => label)).toEqual([
		"Secret harbour",
		"API shared secret",
	]);
	expect(matching(items, "", 2)).toHaveLength(2);
});
