import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import type { SecretRow } from "#lib/data/verify-lookup.ts";
import { agencyOf, factsOf, secretRow } from "#lib/testing/secret-row.ts";
import { actsOn, FactMaker } from "./key-facts.ts";

const [here, there] = [newId(), newId()];

test("facts say all that a row says, with moments as numbers and never as Infinity", () => {
	const moment = new Date("2026-03-02T12:00:00.123Z");
	const row = secretRow({
		level: "LOCATION",
		location_id: here,
		agency_location_ids: [here],
		title: "Website",
		scopes: ["contacts.write"],
		rate_limit_max: 5,
		rate_limit_seconds: 60,
		credits_remaining: "9007199254740991",
		expires_at: moment,
		created_at: moment,
	});

	expect(factsOf(row)).toMatchObject({
		keyId: row.key_id,
		agency: { id: row.agency_id, suspended: false },
		level: "LOCATION",
		locationId: here,
		chosenLocations: null,
		title: "Website",
		addresses: null,
		rateLimit: { max: 5, seconds: 60 },
		credits: 9_007_199_254_740_991,
		standing: "GOOD",
		expiresAt: moment.getTime(),
		secretEndsAt: Number.POSITIVE_INFINITY,
		olderSecretId: null,
		createdAt: moment.getTime(),
	});
});

describe("a key's standing", () => {
	const local = { level: "LOCATION", location_id: here } as const;

	test.each<[string, string, Partial<SecretRow>]>([
		["a key with nothing wrong", "GOOD", {}],
		["one that is switched off", "DISABLED", { enabled: false }],
		["one that is revoked and switched off", "REVOKED", { revoked: true, enabled: false }],
		["one that is deleted and all that", "DELETED", { deleted: true, revoked: true, enabled: false }],
		["one of a location", "GOOD", { ...local, agency_location_ids: [here] }],
		["one of a deleted location", "DELETED", { ...local, agency_location_ids: [there] }],
		["one of a deleted location, revoked before", "DELETED", { ...local, revoked: true }],
	])("of %s is %s", (_name, standing, changes) => {
		expect(factsOf(secretRow(changes)).standing).toBe(standing);
	});
});

describe("the locations that a key acts on", () => {
	test.each<[string, Partial<SecretRow>, boolean[]]>([
		["all of its agency", { agency_location_ids: [here, there] }, [true, true]],
		[
			"those chosen",
			{ all_locations: false, chosen_location_ids: [here], agency_location_ids: [here, there] },
			[true, false],
		],
		[
			"none that is deleted",
			{ all_locations: false, chosen_location_ids: [here, there], agency_location_ids: [there] },
			[false, true],
		],
		["its own", { level: "LOCATION", location_id: here, agency_location_ids: [here, there] }, [true, false]],
	])("are %s", (_name, changes, expected) => {
		const facts = factsOf(secretRow(changes));

		expect([here, there].map((id) => actsOn(facts, id))).toEqual(expected);
		expect(actsOn(facts, newId())).toBe(false);
	});
});

test("a scope set has what is stored and what that includes, and reads as the JSON of its list", () => {
	const { scopes } = factsOf(secretRow({ scopes: ["contacts.write", "keys.verify"] }));

	expect(
		["contacts.write", "contacts.readonly", "keys.verify", "keys.readonly"].map((one) => scopes.has(one)),
	).toEqual([true, true, true, false]);
	expect(JSON.parse(scopes.json)).toEqual(["contacts.write", "keys.verify"]);
});

describe("parts that keys have in common", () => {
	const maker = new FactMaker();
	const make = (changes: Partial<SecretRow>) => {
		const row = secretRow({
			scopes: ["contacts.write"],
			allowed_addresses: ["203.0.113.0/24"],
			rate_limit_max: 5,
			rate_limit_seconds: 60,
			...changes,
		});
		return maker.key(row, agencyOf(row));
	};

	test("are held once", () => {
		const [first, second] = [make({}), make({})];

		expect(second.scopes).toBe(first.scopes);
		expect(second.addresses).toBe(first.addresses);
		expect(second.rateLimit).toBe(first.rateLimit);
	});

	test.each<["scopes" | "addresses" | "rateLimit", Partial<SecretRow>]>([
		["scopes", { role: "READONLY" }],
		["scopes", { scopes: ["contacts.write", "keys.verify"] }],
		["addresses", { allowed_addresses: ["203.0.113.0/25"] }],
		["rateLimit", { rate_limit_max: 6 }],
		["rateLimit", { rate_limit_seconds: 61 }],
	])("are not shared when they differ: %s, %j", (part, changes) => {
		expect(make(changes)[part]).not.toBe(make({})[part]);
	});
});
