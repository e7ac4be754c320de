import { afterEach, describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { auditTrail, type KeyOptions, makeKey, storedKey } from "#lib/testing/factories.ts";
import { openForUnkey } from "#lib/testing/unkey.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const { arrange, reported } = await openForUnkey(world);

afterEach(() => expect(reported.splice(0)).toEqual([]));

/** A key of an agency, and the agency's client. */
async function withKey(options: KeyOptions = {}) {
	const { agency, unkey, ...rest } = await arrange();
	const key = await makeKey(world, agency, { title: "Website", scopes: ["contacts.readonly"], ...options });
	return { ...rest, agency, unkey, key };
}

describe("keys.updateKey", () => {
	test("changes a key and switches it off together, told as the two things that it did", async () => {
		const { agency, key, unkey } = await withKey();

		await unkey.keys.updateKey({ keyId: key.id, name: "Closed", enabled: false });

		expect(await storedKey(world, key.id)).toMatchObject({ title: "Closed", enabled: false });
		expect((await auditTrail(world, agency)).map(({ action }) => action)).toEqual([
			"key.edit",
			"key.disable",
		]);
	});

	// Two transactions would leave a key that was to be limited and off, limited and on.
	test("changes nothing when a part of it is refused", async () => {
		const { agency, key, unkey } = await withKey();
		const before = await storedKey(world, key.id);

		const refused = unkey.keys.updateKey({ keyId: key.id, enabled: false, expires: 1 });

		await expect(refused).rejects.toMatchObject({ statusCode: 400 });
		expect(await storedKey(world, key.id)).toEqual(before);
		expect(await auditTrail(world, agency)).toEqual([]);
	});

	test("that names nothing to change leaves no trace of a key, and is 404 without one", async () => {
		const { agency, key, unkey } = await withKey();
		const before = await storedKey(world, key.id);

		await unkey.keys.updateKey({ keyId: key.id });

		expect(await storedKey(world, key.id)).toEqual(before);
		expect(await auditTrail(world, agency)).toEqual([]);
		await expect(unkey.keys.updateKey({ keyId: newId() })).rejects.toMatchObject({ statusCode: 404 });
	});
});

describe("keys.updateCredits", () => {
	test("of twenty at once each takes its own, and is told what it left", async () => {
		const { key, unkey } = await withKey({ credits: 100 });

		const answers = await Promise.all(
			Array.from({ length: 20 }, () =>
				unkey.keys.updateCredits({ keyId: key.id, operation: "decrement", value: 1 }),
			),
		);

		const told = answers.map(({ data }) => Number(data.remaining)).sort((one, other) => one - other);
		expect(told).toEqual(Array.from({ length: 20 }, (_, place) => 80 + place));
	});

	test("takes what a process has at hand, too", async () => {
		const { key, unkey } = await withKey({ credits: 100 });
		for (let use = 0; use < 5; use++) await unkey.keys.verifyKey({ key: key.secret });

		const { data } = await unkey.keys.updateCredits({
			keyId: key.id,
			operation: "decrement",
			value: 1_000,
		});

		expect(data.remaining).toBe(0);
		expect((await unkey.keys.verifyKey({ key: key.secret })).data.code).toBe("USAGE_EXCEEDED");
	});
});

describe("keys.rerollKey", () => {
	const titles = async (agency: { id: string }) =>
		(await world.owner.query("select title from api_keys where agency_id = $1 order by id", [agency.id])).rows
			.map(({ title }) => title)
			.filter((title) => title.startsWith("Website"));

	test("of a key that was re-rolled before goes on counting, and doubles no number", async () => {
		const { agency, key, unkey } = await withKey();

		for (let time = 0; time < 3; time++) {
			await unkey.keys.rerollKey({ keyId: key.id, expiration: 60_000 });
		}

		expect(await titles(agency)).toEqual(["Website (4)", "Website", "Website (2)", "Website (3)"]);
	});

	test("of a key that has ended says so, and changes nothing", async () => {
		const { agency, key, unkey } = await withKey();
		await unkey.keys.rerollKey({ keyId: key.id, expiration: 0 });

		const again = unkey.keys.rerollKey({ keyId: key.id, expiration: 60_000 });

		await expect(again).rejects.toMatchObject({ statusCode: 409, message: expect.stringContaining("ended") });
		expect(await titles(agency)).toEqual(["Website (2)", "Website"]);
	});
});

test("keys of a user are listed by the name that was given when they were made", async () => {
	const { agency, unkey } = await arrange();
	const { data: made } = await unkey.keys.createKey({ apiId: agency.id, externalId: " user 1 " });

	const { result } = await unkey.apis.listKeys({ apiId: agency.id, externalId: " user 1 " });

	expect(result.data.map(({ keyId }) => keyId)).toEqual([made.keyId]);
});

test("each refusal reaches the client as the error that it has for it", async () => {
	const { agency, key, unkey } = await withKey();
	const weak = await arrange({ scopes: ["contacts.readonly"] });
	const nobody = await arrange({ revoked: true });
	const busy = await arrange({ scopes: ["keys.verify"], rateLimit: { max: 1, seconds: 3_600 } });
	const nameOf = (call: Promise<unknown>) =>
		call.then(
			() => "none",
			(error: Error) => error.name,
		);
	await busy.unkey.keys.verifyKey({ key: "x" });

	const names = [
		await nameOf(unkey.keys.createKey({ apiId: agency.id, expires: 1 })),
		await nameOf(nobody.unkey.keys.verifyKey({ key: key.secret })),
		await nameOf(weak.unkey.keys.verifyKey({ key: key.secret })),
		await nameOf(unkey.keys.getKey({ keyId: "key_123" })),
		await nameOf(busy.unkey.keys.verifyKey({ key: key.secret }, { retries: { strategy: "none" } })),
	];

	expect(names).toEqual([
		"BadRequestErrorResponse",
		"UnauthorizedErrorResponse",
		"ForbiddenErrorResponse",
		"NotFoundErrorResponse",
		"TooManyRequestsErrorResponse",
	]);
});
