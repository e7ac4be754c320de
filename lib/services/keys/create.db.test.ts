import { describe, expect, test } from "vitest";
import { keyRing } from "#lib/config/secrets.ts";
import { newId } from "#lib/core/ids.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { isKeyText } from "#lib/core/keys/format.ts";
import { scopesForLevel } from "#lib/core/scopes.ts";
import { readSecrets } from "#lib/data/verify-lookup.ts";
import {
	auditTrail,
	contextFor,
	daysFrom,
	keyFields,
	makeAgency,
	makeLocation,
	minutesFrom,
	NOW,
	storedKey,
} from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { permissionAt } from "#lib/testing/key-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createKey } from "./create.ts";

const world = await testWorld();

const titlesOf = async (agency: { id: string }) =>
	(
		await world.owner.query("select title, level::text from api_keys where agency_id = $1 order by title", [
			agency.id,
		])
	).rows;

describe("making an agency key", () => {
	fourCases({
		world,
		places: ["agency"],
		permission: (place) => permissionAt(place, "write"),
		knows: (place) => permissionAt(place, "read"),
		action: "key.create",
		arrange: async () => keyFields(null, { title: "Gateway" }),
		act: createKey,
		observe: ({ agency }) => titlesOf(agency),
		done: [{ title: "Gateway", level: "AGENCY" }],
	});
});

describe("making a location key", () => {
	fourCases({
		world,
		places: ["location"],
		permission: (place) => permissionAt(place, "write"),
		knows: (place) => permissionAt(place, "read"),
		action: "key.create",
		arrange: async ({ location }) => keyFields(location, { title: "Website" }),
		act: createKey,
		absent: (fields) => ({ ...fields, locationId: newId() }),
		observe: ({ agency }) => titlesOf(agency),
		done: [{ title: "Website", level: "LOCATION" }],
	});
});

describe("a new key", () => {
	test("is found by its secret, which has the shape of its level and is stored nowhere", async () => {
		const agency = await makeAgency(world);
		const ctx = contextFor(world, agency, { role: "OWNER" });

		const { key, secret } = await createKey(ctx, keyFields(null));

		expect(isKeyText(secret)).toBe(true);
		expect(secret).toMatch(/^lk_agy_/);
		const [found] = await readSecrets(world.database, [digestKey(secret, keyRing("key-pepper")[0])]);
		expect(found?.key_id).toBe(key.id);
		const { rows } = await world.owner.query(
			`select (select array_agg(k::text) from api_keys k)::text
				|| (select array_agg(s::text) from key_secrets s)::text
				|| (select array_agg(a::text) from audit_events a)::text as everything`,
		);
		expect(rows[0].everything).toContain(key.id);
		expect(rows[0].everything).not.toContain(secret.slice(7, 23));
		expect(rows[0].everything).not.toContain(secret.slice(-16));
	});

	test("shows of its secret the prefix and the last four random characters, none of the checksum", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);

		const { key, secret } = await createKey(
			contextFor(world, agency, { role: "MANAGER", location }),
			keyFields(location),
		);

		expect(await storedKey(world, key.id)).toMatchObject({
			secret_prefix: "lk_loc_",
			secret_last_four: secret.slice(-10, -6),
		});
	});

	test("keeps every field that was given", async () => {
		const agency = await makeAgency(world);
		const [first, second] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		const creator = { id: newId(), name: "Ada" };
		const ctx = contextFor(world, agency, { role: "OWNER", person: creator });

		const { key } = await createKey(
			ctx,
			keyFields(null, {
				title: "Gateway",
				description: "For the gateway",
				allLocations: false,
				locationIds: [second.id, first.id, second.id],
				scopes: ["keys.verify", "contacts.write"],
				expiresAt: daysFrom(NOW, 30),
				allowedAddresses: ["203.0.113.0/24"],
				rateLimit: { max: 10, seconds: 60 },
				credits: 500,
			}),
		);

		expect(await storedKey(world, key.id)).toMatchObject({
			agency_id: agency.id,
			level: "AGENCY",
			location_id: null,
			all_locations: false,
			location_ids: [first.id, second.id].sort(),
			title: "Gateway",
			description: "For the gateway",
			role: "ADMIN",
			scopes: ["contacts.write", "keys.verify"],
			allowed_addresses: ["203.0.113.0/24"],
			rate_limit_max: 10,
			rate_limit_seconds: 60,
			credits: 500,
			enabled: true,
			expires_at: daysFrom(NOW, 30),
			created_by_id: creator.id,
			created_by_name: "Ada",
			created_at: NOW,
			version: 1,
		});
	});

	test("is told of in the audit log without its digest, its secret or its pepper", async () => {
		const agency = await makeAgency(world);
		const { secret } = await createKey(contextFor(world, agency, { role: "OWNER" }), keyFields(null));

		const [event] = await auditTrail(world, agency);

		const digest = digestKey(secret, keyRing("key-pepper")[0]);
		const text = JSON.stringify(event);
		for (const forbidden of [secret.slice(7, 23), digest.toString("hex"), digest.toString("base64")]) {
			expect(text).not.toContain(forbidden);
		}
		expect(Object.keys(event?.after ?? {}).filter((name) => /digest|secret|pepper/i.test(name))).toEqual([]);
	});
});

test("no key is made at a deleted location", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency, { deleted: true });

	const refusal = await refusalOf(
		createKey(contextFor(world, agency, { role: "OWNER" }), keyFields(location)),
	);

	expect(refusal.code).toBe("not_found");
	expect(await titlesOf(agency)).toEqual([]);
});

describe("scopes", () => {
	test("a READONLY key stores every scope in its readonly form", async () => {
		const agency = await makeAgency(world);
		const { key } = await createKey(
			contextFor(world, agency, { role: "OWNER" }),
			keyFields(null, { role: "READONLY", scopes: ["contacts.write", "keys.write", "keys.verify"] }),
		);

		expect((await storedKey(world, key.id)).scopes).toEqual([
			"contacts.readonly",
			"keys.readonly",
			"keys.verify",
		]);
	});

	test.each(scopesForLevel("AGENCY").filter((scope) => !scopesForLevel("LOCATION").includes(scope)))(
		"a location key cannot hold %s",
		async (scope) => {
			const agency = await makeAgency(world);
			const location = await makeLocation(world, agency);

			const refusal = await refusalOf(
				createKey(
					contextFor(world, agency, { role: "OWNER", steppedUp: true }),
					keyFields(location, { scopes: ["contacts.readonly", scope] }),
				),
			);

			expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "scopes" }] });
			expect(await titlesOf(agency)).toEqual([]);
		},
	);

	test.each([["keys.write"], ["contacts.readonly"]] as const)(
		"an agency ADMIN key with %s is made only by somebody who has just proved that it is they",
		async (scope) => {
			const agency = await makeAgency(world);
			const fields = keyFields(null, { role: "ADMIN", scopes: [scope] });

			const unproved = contextFor(world, agency, { role: "OWNER", steppedUp: false });
			const refusal = await refusalOf(createKey(unproved, fields));
			const { key } = await createKey(contextFor(world, agency, { role: "OWNER", steppedUp: true }), fields);

			expect(refusal).toMatchObject({ code: "step_up_required" });
			expect((await storedKey(world, key.id)).scopes).toEqual([scope]);
			expect(await auditTrail(world, agency)).toHaveLength(1);
		},
	);

	test("a READONLY key and a location key need no proof", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const unproved = contextFor(world, agency, { role: "OWNER", steppedUp: false });

		await createKey(unproved, keyFields(null, { role: "READONLY" }));
		await createKey(unproved, keyFields(location, { role: "ADMIN" }));

		expect(await auditTrail(world, agency)).toHaveLength(2);
	});
});

describe("what a key may be limited to", () => {
	test.each([
		["now", NOW],
		["the past", minutesFrom(NOW, -1)],
	])("an end date of %s is refused", async (_name, expiresAt) => {
		const agency = await makeAgency(world);
		const refusal = await refusalOf(
			createKey(contextFor(world, agency, { role: "OWNER" }), keyFields(null, { expiresAt })),
		);

		expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "expiresAt" }] });
	});

	test("another agency's location is refused with the words for one that does not exist", async () => {
		const agency = await makeAgency(world);
		const foreign = await makeLocation(world, await makeAgency(world));
		const deleted = await makeLocation(world, agency, { deleted: true });
		const choose = (locationId: string) =>
			refusalOf(
				createKey(
					contextFor(world, agency, { role: "OWNER" }),
					keyFields(null, { title: "Chosen", allLocations: false, locationIds: [locationId] }),
				),
			);

		const absent = await choose(newId());

		expect(absent).toMatchObject({ code: "invalid_input", fields: [{ field: "locationIds" }] });
		expect(await choose(foreign.id)).toEqual(absent);
		expect(await choose(deleted.id)).toEqual(absent);
		expect(await titlesOf(agency)).toEqual([]);
	});

	test("one strange location among good ones refuses them all", async () => {
		const agency = await makeAgency(world);
		const ours = await makeLocation(world, agency);

		const refusal = await refusalOf(
			createKey(
				contextFor(world, agency, { role: "OWNER" }),
				keyFields(null, { allLocations: false, locationIds: [ours.id, newId()] }),
			),
		);

		expect(refusal.fields).toMatchObject([{ field: "locationIds" }]);
	});
});
