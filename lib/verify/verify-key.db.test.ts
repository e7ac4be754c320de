import { describe, expect, test } from "vitest";
import { deriveKeys, keyRing } from "#lib/config/secrets.ts";
import { newId } from "#lib/core/ids.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { generateSecret } from "#lib/core/keys/format.ts";
import { testEngine, verifyCall } from "#lib/testing/engine.ts";
import { type KeyOptions, makeAgency, makeKey, makeLocation, type TestKey } from "#lib/testing/factories.ts";
import { factsOf, secretRow } from "#lib/testing/secret-row.ts";
import { testWorld } from "#lib/testing/world.ts";
import { type Asker, type VerifyCall, verifyKey } from "./verify-key.ts";

const world = await testWorld();
const engine = testEngine(world.database);

const PAST = new Date("2001-01-01");
const FUTURE = new Date("2101-01-01");

async function verdictOf(key: TestKey | string, call: Partial<VerifyCall> = {}) {
	const verdict = await verifyKey(engine, verifyCall(typeof key === "string" ? key : key.secret, call));
	if (typeof verdict === "string") throw new Error(`no verdict: ${verdict}`);
	return verdict;
}
const codeOf = async (...args: Parameters<typeof verdictOf>) => (await verdictOf(...args)).code;

const agencyKey = async (options: KeyOptions = {}) => makeKey(world, await makeAgency(world), options);

describe("every verdict", () => {
	test("VALID comes with the key's facts", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const key = await makeKey(world, agency, { location, title: "Website", scopes: ["contacts.write"] });

		expect(await verdictOf(key, { scopes: ["contacts.readonly"], locationId: location.id })).toMatchObject({
			code: "VALID",
			facts: {
				keyId: key.id,
				agency: { id: agency.id },
				level: "LOCATION",
				locationId: location.id,
				title: "Website",
			},
			rateLimit: null,
			credits: null,
		});
	});

	test.each([
		["REVOKED", { revoked: true }],
		["DISABLED", { disabled: true }],
		["EXPIRED", { expiresAt: PAST }],
		["NOT_FOUND", { deletedAt: PAST }],
		["NOT_FOUND", { secretEndsAt: PAST }],
		["FORBIDDEN", { allowedAddresses: ["198.51.100.0/24"] }],
		["VALID", { expiresAt: FUTURE, secretEndsAt: FUTURE, allowedAddresses: ["203.0.113.0/24"] }],
	] as [string, KeyOptions][])("is %s for %j", async (code, options) => {
		expect(await codeOf(await agencyKey(options))).toBe(code);
	});

	test("SUSPENDED when the agency or the key's location is", async () => {
		const suspended = await makeAgency(world, { suspended: true });
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency, { suspended: true });

		expect(await codeOf(await makeKey(world, suspended))).toBe("SUSPENDED");
		expect(await codeOf(await makeKey(world, agency, { location }))).toBe("SUSPENDED");
		expect(await codeOf(await makeKey(world, agency))).toBe("VALID");
	});

	test("SUSPENDED for an agency key only where the location asked for is", async () => {
		const agency = await makeAgency(world);
		const [open, closed] = [
			await makeLocation(world, agency),
			await makeLocation(world, agency, { suspended: true }),
		];
		const key = await makeKey(world, agency);

		expect(await codeOf(key, { locationId: closed.id })).toBe("SUSPENDED");
		expect(await codeOf(key, { locationId: open.id })).toBe("VALID");
	});

	test("INSUFFICIENT_PERMISSIONS for a scope that the key does not hold, READONLY capped", async () => {
		const key = await agencyKey({ scopes: ["contacts.write"] });
		const capped = await agencyKey({ role: "READONLY", scopes: ["contacts.write"] });

		expect(await codeOf(key, { scopes: ["contacts.write", "contacts.readonly"] })).toBe("VALID");
		expect(await codeOf(key, { scopes: ["contacts.write", "forms.readonly"] })).toBe(
			"INSUFFICIENT_PERMISSIONS",
		);
		expect(await codeOf(capped, { scopes: ["contacts.write"] })).toBe("INSUFFICIENT_PERMISSIONS");
		expect(await codeOf(capped, { scopes: ["contacts.readonly"] })).toBe("VALID");
	});

	test("RATE_LIMITED when the window is full, of this key alone", async () => {
		const rateLimit = { max: 2, seconds: 3_600 };
		const [key, other] = [await agencyKey({ rateLimit }), await agencyKey({ rateLimit })];

		expect(await verdictOf(key)).toMatchObject({ code: "VALID", rateLimit: { limit: 2, remaining: 1 } });
		expect(await verdictOf(key)).toMatchObject({ code: "VALID", rateLimit: { limit: 2, remaining: 0 } });
		const third = await verdictOf(key);
		expect(third).toMatchObject({ code: "RATE_LIMITED", rateLimit: { limit: 2, remaining: 0 } });
		expect(third.rateLimit?.resetAt).toBeGreaterThan(Date.now());
		expect(await codeOf(other)).toBe("VALID");
	});

	test("a refusal takes nothing from the window", async () => {
		const key = await agencyKey({ rateLimit: { max: 1, seconds: 3_600 } });

		for (let round = 0; round < 3; round++) {
			expect(await codeOf(key, { scopes: ["forms.readonly"] })).toBe("INSUFFICIENT_PERMISSIONS");
		}
		expect(await codeOf(key)).toBe("VALID");
	});
});

describe("texts that are no key", () => {
	test.each([
		"",
		"x",
		"\0",
		"\ud800",
		"lk_agy_",
		"'; drop table api_keys; --",
		"a".repeat(100_000),
		generateSecret("AGENCY").plaintext,
	])("%j is NOT_FOUND, without facts", async (text) => {
		expect(await verdictOf(text)).toEqual({
			code: "NOT_FOUND",
			facts: null,
			rateLimit: null,
			credits: null,
		});
	});

	test("a key with spaces around it, or in other letters, is another text", async () => {
		const { secret } = await agencyKey();

		for (const text of [` ${secret}`, `${secret}\n`, secret.toUpperCase(), secret.slice(0, -1)]) {
			expect(await codeOf(text)).toBe("NOT_FOUND");
		}
	});
});

describe("locations", () => {
	test("an agency key for all locations acts on those of its agency, also on later ones, not on deleted ones", async () => {
		const agency = await makeAgency(world);
		const key = await makeKey(world, agency);
		const later = await makeLocation(world, agency);
		const deleted = await makeLocation(world, agency, { deleted: true });
		const foreign = await makeLocation(world, await makeAgency(world));

		expect(await codeOf(key, { locationId: later.id })).toBe("VALID");
		expect(await codeOf(key, { locationId: deleted.id })).toBe("FORBIDDEN");
		expect(await codeOf(key, { locationId: foreign.id })).toBe("FORBIDDEN");
		expect(await codeOf(key, { locationId: newId() })).toBe("FORBIDDEN");
	});

	test("an agency key with a chosen list acts on those alone", async () => {
		const agency = await makeAgency(world);
		const [chosen, other] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		const key = await makeKey(world, agency, { chosenLocations: [chosen] });

		expect(await codeOf(key, { locationId: chosen.id })).toBe("VALID");
		expect(await codeOf(key, { locationId: other.id })).toBe("FORBIDDEN");
	});

	test("a location key acts on its own, and dies with it", async () => {
		const agency = await makeAgency(world);
		const [own, sibling] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		const key = await makeKey(world, agency, { location: own });
		expect(await codeOf(key, { locationId: sibling.id })).toBe("FORBIDDEN");

		await world.owner.query("update locations set deleted_at = now() where id = $1", [own.id]);

		expect(await codeOf(key)).toBe("NOT_FOUND");
	});
});

describe("a key verified on behalf of somebody", () => {
	async function arrange() {
		const [ours, theirs] = [await makeAgency(world), await makeAgency(world)];
		const [own, sibling] = [await makeLocation(world, ours), await makeLocation(world, ours)];
		const asker = (agency: { id: string }, location: { id: string } | null): Asker => ({
			agency: factsOf(secretRow({ agency_id: agency.id })).agency,
			level: location ? "LOCATION" : "AGENCY",
			locationId: location?.id ?? null,
		});
		return { ours, theirs, own, sibling, asker };
	}

	test.each([{}, { revoked: true }, { disabled: true }, { rateLimit: { max: 1, seconds: 60 }, credits: 1 }])(
		"of another agency is NOT_FOUND, as if it had never been, and is not spent (%j)",
		async (options: KeyOptions) => {
			const { ours, theirs, asker } = await arrange();
			const key = await makeKey(world, ours, options);

			const verdict = await verdictOf(key, { asker: asker(theirs, null) });

			expect(verdict).toEqual(
				await verdictOf(generateSecret("AGENCY").plaintext, { asker: asker(theirs, null) }),
			);
			const { rows } = await world.owner.query("select remaining::int from key_credits where key_id = $1", [
				key.id,
			]);
			expect(rows).toEqual(options.credits ? [{ remaining: 1 }] : []);
		},
	);

	test("of the asker's agency is known, at either level", async () => {
		const { ours, own, asker } = await arrange();

		expect(await codeOf(await makeKey(world, ours), { asker: asker(ours, null) })).toBe("VALID");
		expect(await codeOf(await makeKey(world, ours, { location: own }), { asker: asker(ours, null) })).toBe(
			"VALID",
		);
	});

	test("to an asker of a location is known only when it is of that location", async () => {
		const { ours, own, sibling, asker } = await arrange();
		const fromOwn = { asker: asker(ours, own) };

		expect(await codeOf(await makeKey(world, ours, { location: own }), fromOwn)).toBe("VALID");
		expect(await codeOf(await makeKey(world, ours, { location: sibling }), fromOwn)).toBe("NOT_FOUND");
		expect(await codeOf(await makeKey(world, ours), fromOwn)).toBe("NOT_FOUND");
	});
});

test("a key with an address list is FORBIDDEN when nobody knows where it came from", async () => {
	const key = await agencyKey({ allowedAddresses: ["0.0.0.0/0", "::/0"] });

	expect(await codeOf(key, { address: null })).toBe("FORBIDDEN");
	expect(await codeOf(key, { address: "2001:db8::1" })).toBe("VALID");
});

describe("peppers", () => {
	test("a key made under an older secret goes on working beside the new one", async () => {
		const key = await agencyKey();
		const [fresh] = deriveKeys(["another secret that is long enough to be one"], "key-pepper");
		if (!fresh) throw new Error("no key");
		const rotated = testEngine(world.database, { peppers: [fresh, ...keyRing("key-pepper")] });
		const onlyNew = testEngine(world.database, { peppers: [fresh] });

		expect(await verifyKey(rotated, verifyCall(key.secret))).toMatchObject({ code: "VALID" });
		expect(await verifyKey(onlyNew, verifyCall(key.secret))).toMatchObject({ code: "NOT_FOUND" });
	});

	// Somebody who can write rows but does not know the pepper cannot make a key that works.
	test("a row whose digest was made without the pepper is no key", async () => {
		const { plaintext } = generateSecret("AGENCY");
		const key = await agencyKey();

		await world.owner.query("update key_secrets set digest = $2 where key_id = $1", [
			key.id,
			digestKey(plaintext, { bytes: Buffer.alloc(0) }),
		]);

		expect(await codeOf(plaintext)).toBe("NOT_FOUND");
	});
});
