import { describe, expect, test } from "vitest";
import { SCOPES, scopesForLevel } from "../scopes.ts";
import { KeyEdit, KeyFields, keyFieldProblems, RevokeReason, storedScopes } from "./fields.ts";

const NOW = new Date("2026-03-02T12:00:00.000Z");
const ID = "01970000-0000-7000-8000-000000000001";
const DAY_MS = 86_400_000;

const good = {
	title: "Website",
	description: "",
	level: "AGENCY",
	locationId: null,
	allLocations: true,
	locationIds: [],
	role: "ADMIN",
	scopes: ["contacts.readonly"],
	expiresAt: null,
	allowedAddresses: [],
	rateLimit: null,
	credits: null,
};

/** The fields that a schema finds fault with. */
const faults = (changes: object, schema: typeof KeyFields | typeof KeyEdit = KeyFields) => {
	const parsed = schema.safeParse({ ...(schema === KeyFields ? good : edit), ...changes });
	return parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0] ?? issue.code));
};
const { level: _level, locationId: _locationId, ...editable } = good;
const edit = { ...editable, keyId: ID, version: 1 };

describe("a new key's fields", () => {
	test("are accepted as they should be, in their normal forms", () => {
		const parsed = KeyFields.parse({
			...good,
			title: "  We\u0308bsite ",
			description: " two\r\nlines ",
			expiresAt: "2026-04-01T00:00:00+02:00",
			allowedAddresses: ["203.0.113.7/24", "203.0.113.0/24", " ::1 "],
			rateLimit: { max: 1_000_000, seconds: 3_600 },
			credits: 0,
			locationIds: [ID.toUpperCase()],
		});

		expect(parsed).toMatchObject({
			title: "Wëbsite",
			description: "two\nlines",
			expiresAt: new Date("2026-03-31T22:00:00Z"),
			allowedAddresses: ["203.0.113.0/24", "::1"],
			locationIds: [ID],
		});
	});

	test.each(Object.keys(good))("all have to be there: %s", (name) => {
		expect(faults({ [name]: undefined })).toEqual([name]);
	});

	test.each([
		["title", ["", "   ", "x".repeat(81), "a\tb", 5, null, ["x"]]],
		["description", ["x".repeat(501), "a\0b", null, 5]],
		["level", ["agency", "", null]],
		["locationId", ["", "1", `${ID} `, 5]],
		["allLocations", ["true", 1, null]],
		["locationIds", ["x", [1], ["x"], null, Array(1_001).fill(ID)]],
		["role", ["OWNER", "admin", null]],
		[
			"scopes",
			[[], ["contacts"], ["contacts.delete"], "contacts.readonly", [null], Array(50).fill("keys.write")],
		],
		["expiresAt", ["tomorrow", "2026-04-01", 5, new Date(Number.NaN), "2026-13-01T00:00:00Z", undefined]],
		["allowedAddresses", ["::1", ["x"], ["127.1"], Array(101).fill("::1"), [5]]],
		[
			"rateLimit",
			[5, {}, { max: 1 }, { max: 0, seconds: 1 }, { max: 1.5, seconds: 1 }, { max: 1, seconds: 2 }],
		],
		[
			"rateLimit",
			[
				{ max: 1_000_001, seconds: 1 },
				{ max: "1", seconds: 1 },
				{ max: Number.NaN, seconds: 1 },
			],
		],
		["credits", [-1, 0.5, "5", Number.NaN, Number.POSITIVE_INFINITY, 1_000_000_000_001, 5n]],
		["refill", [5, "DAY", {}, [], { amount: 5 }, { every: "DAY" }, { amount: 5, every: "WEEK" }]],
		["refill", [0, -1, 0.5, "5", null, 1_000_000_000_001].map((amount) => ({ amount, every: "DAY" }))],
		["refill", [undefined, null, 0, 32, 1.5, "1"].map((day) => ({ amount: 5, every: "MONTH", day }))],
		["refill", [{ amount: 5, every: "DAY", day: 1 }]],
	])("do not take just anything for %s", (name, values) => {
		for (const value of values) expect(faults({ [name]: value }), String(value)).toContain(name);
	});

	test.each([
		undefined,
		null,
		{ amount: 1, every: "DAY" },
		{ amount: 1_000_000_000_000, every: "MONTH", day: 1 },
		{ amount: 5, every: "MONTH", day: 31 },
	])("may say about a refill: %o", (refill) => {
		expect(KeyFields.parse({ ...good, credits: 5, refill }).refill).toEqual(refill);
	});

	test("take no member that is not theirs", () => {
		for (const name of ["id", "agencyId", "createdById", "digest", "version", "enabled", "compromised"]) {
			expect(faults({ [name]: "x" })).toEqual(["unrecognized_keys"]);
		}
	});

	// A server action's arguments arrive as whatever the caller made of them.
	test.each([null, undefined, [], "x", 5, new Map(), new Date(), () => good, Promise.resolve(good)])(
		"are not made of %s",
		(value) => {
			expect(KeyFields.safeParse(value).success).toBe(false);
		},
	);
});

describe("an edit", () => {
	test("names the key and the version that was seen, and cannot move the key", () => {
		expect(faults({}, KeyEdit)).toEqual([]);
		expect(faults({ keyId: "x" }, KeyEdit)).toEqual(["keyId"]);
		for (const version of [0, 1.5, "1", undefined]) expect(faults({ version }, KeyEdit)).toEqual(["version"]);
		for (const name of ["level", "locationId"]) {
			expect(faults({ [name]: null }, KeyEdit)).toEqual(["unrecognized_keys"]);
		}
	});

	test("may leave credits and their refill out", () => {
		const { credits, refill } = KeyEdit.parse({ ...edit, credits: undefined, refill: undefined });

		expect([credits, refill]).toEqual([undefined, undefined]);
	});
});

test("a reason for revoking is one line of up to 200 characters", () => {
	expect(RevokeReason.parse(" Leaked ")).toBe("Leaked");
	for (const reason of ["", " ", "x".repeat(201), "a\nb"]) {
		expect(RevokeReason.safeParse(reason).success).toBe(false);
	}
});

describe("fields that do not go together", () => {
	const fields = KeyFields.parse(good);
	const problems = (level: "AGENCY" | "LOCATION", changes: object) =>
		keyFieldProblems(level, { ...fields, ...changes }, NOW).map((problem) => problem.field);

	test("are none when all is well", () => {
		expect(problems("AGENCY", { scopes: SCOPES })).toEqual([]);
		expect(problems("LOCATION", { scopes: scopesForLevel("LOCATION"), allLocations: false })).toEqual([]);
	});

	test.each(SCOPES.filter((scope) => !scopesForLevel("LOCATION").includes(scope)))(
		"a location key and %s",
		(scope) => {
			expect(problems("LOCATION", { scopes: [scope] })).toEqual(["scopes"]);
			expect(problems("AGENCY", { scopes: [scope] })).toEqual([]);
		},
	);

	test("a key and an end date that has come", () => {
		expect(problems("AGENCY", { expiresAt: new Date(NOW.getTime() + 1) })).toEqual([]);
		expect(problems("AGENCY", { expiresAt: NOW })).toEqual(["expiresAt"]);
		expect(problems("AGENCY", { expiresAt: new Date(0) })).toEqual(["expiresAt"]);
	});

	test("a key and an end date that nobody will live to see", () => {
		expect(problems("AGENCY", { expiresAt: new Date(NOW.getTime() + 3_650 * DAY_MS) })).toEqual([]);
		expect(problems("AGENCY", { expiresAt: new Date(8.64e15) })).toEqual(["expiresAt"]);
	});

	test("a refill and no quota", () => {
		const refill = { amount: 5, every: "DAY" };

		expect(problems("AGENCY", { refill, credits: null })).toEqual(["refill"]);
		expect(problems("AGENCY", { refill, credits: 0 })).toEqual([]);
		expect(problems("AGENCY", { refill: null, credits: null })).toEqual([]);
	});

	test("an agency key and no location at all", () => {
		expect(problems("AGENCY", { allLocations: false })).toEqual(["locationIds"]);
		expect(problems("AGENCY", { allLocations: false, locationIds: [ID] })).toEqual([]);
	});
});

test("what is stored of scopes is what the role lets the key hold", () => {
	const scopes = ["keys.verify", "contacts.write", "contacts.readonly"] as const;

	expect(storedScopes({ scopes, role: "ADMIN" })).toEqual([
		"contacts.readonly",
		"contacts.write",
		"keys.verify",
	]);
	expect(storedScopes({ scopes, role: "READONLY" })).toEqual(["contacts.readonly", "keys.verify"]);
});
