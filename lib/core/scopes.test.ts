import { describe, expect, test } from "vitest";
import { capScopes, holdsScope, readonlyForm, SCOPES, scopePresets, scopesForLevel } from "./scopes.ts";

/** The catalogue, written out by hand. */
const AREAS = ["contacts", "forms", "links", "workflows", "locations", "users", "keys", "oauth"];
const SINGLE = ["keys.verify", "usage.readonly", "audit.readonly"];
const LOCATION = [
	...["contacts", "forms", "links", "workflows"].flatMap((area) => [`${area}.readonly`, `${area}.write`]),
	"locations.readonly",
];

test("the catalogue is the product's", () => {
	expect([...SCOPES].sort()).toEqual(
		[...AREAS.flatMap((area) => [`${area}.readonly`, `${area}.write`]), ...SINGLE].sort(),
	);
	expect(new Set(SCOPES).size).toBe(SCOPES.length);
});

test("an agency key may hold all of it, a location key what concerns one location", () => {
	expect(scopesForLevel("AGENCY")).toEqual(SCOPES);
	expect([...scopesForLevel("LOCATION")].sort()).toEqual([...LOCATION].sort());
});

describe("a READONLY key", () => {
	test.each(SCOPES)("that is given %s holds nothing that writes", (scope) => {
		const held = capScopes([scope], "READONLY");

		expect(held).toEqual([readonlyForm(scope)]);
		expect(held.filter((one) => one.endsWith(".write"))).toEqual([]);
		expect(SCOPES).toContain(held[0]);
	});
});

describe("what a key holds", () => {
	test("is in catalogue order, each once, and nothing that is not in the catalogue", () => {
		const ticked = [...SCOPES].reverse().flatMap((scope) => [scope, scope]);

		expect(capScopes(ticked, "ADMIN")).toEqual(SCOPES);
		expect(capScopes(["everything" as (typeof SCOPES)[number]], "ADMIN")).toEqual([]);
	});

	test.each(AREAS)("%s.write includes reading, and reading does not include writing", (area) => {
		expect(holdsScope([`${area}.write`], `${area}.readonly`)).toBe(true);
		expect(holdsScope([`${area}.write`], `${area}.write`)).toBe(true);
		expect(holdsScope([`${area}.readonly`], `${area}.readonly`)).toBe(true);
		expect(holdsScope([`${area}.readonly`], `${area}.write`)).toBe(false);
	});

	test("does not reach into other areas", () => {
		for (const held of SCOPES) {
			const area = held.split(".")[0];
			for (const wanted of SCOPES.filter((scope) => scope.split(".")[0] !== area)) {
				expect(holdsScope([held], wanted), `${held} for ${wanted}`).toBe(false);
			}
		}
		expect(holdsScope(["keys.write"], "keys.verify")).toBe(false);
	});

	test.each(["", "contacts", "contacts.", ".readonly", "*", "contacts.*", "__proto__"])(
		"is not asked for by %j",
		(wanted) => {
			expect(holdsScope(SCOPES, wanted)).toBe(false);
		},
	);
});

describe("presets", () => {
	test.each(["AGENCY", "LOCATION"] as const)("of %s offer only what the level allows", (level) => {
		const presets = scopePresets(level);

		for (const { scopes } of presets) {
			expect(scopes.length).toBeGreaterThan(0);
			expect(scopes.filter((scope) => !scopesForLevel(level).includes(scope))).toEqual([]);
		}
		expect(presets.find(({ id }) => id === "full")?.scopes).toEqual(scopesForLevel(level));
		expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
	});

	test("that read do nothing else", () => {
		const read = scopePresets("AGENCY").find(({ id }) => id === "read");

		expect(read?.scopes.every((scope) => scope.endsWith(".readonly"))).toBe(true);
	});
});
