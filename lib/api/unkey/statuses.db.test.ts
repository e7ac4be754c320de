import { afterEach, describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { generateSecret } from "#lib/core/keys/format.ts";
import { bodyOf, openEntrances, testSurroundings } from "#lib/testing/entrances.ts";
import { type KeyOptions, makeAgency, makeKey, makeLocation, storedKey } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const { entrances, reported } = await openEntrances(testSurroundings(world.database));
const [web] = entrances;

afterEach(() => expect(reported.splice(0)).toEqual([]));

async function ask(secret: string, name: string, body: unknown, send = web?.send) {
	const reply = await send?.({
		method: "POST",
		path: `/api/unkey/v2/${name}`,
		headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
		body: typeof body === "string" ? body : JSON.stringify(body),
	});
	if (!reply) throw new Error("there is no entrance");
	return reply;
}

const ROOT: KeyOptions = { scopes: ["keys.write", "keys.verify", "contacts.write"] };

async function arrange(options: KeyOptions = ROOT) {
	const agency = await makeAgency(world);
	return { agency, root: await makeKey(world, agency, options), key: await makeKey(world, agency) };
}

/** Every call about a key, with what it must be sent. */
const ABOUT_A_KEY: Record<string, object> = {
	"keys.getKey": {},
	"keys.updateKey": { name: "Taken over" },
	"keys.deleteKey": {},
	"keys.rerollKey": { expiration: 0 },
	"keys.updateCredits": { operation: "set", value: 5 },
	"keys.addPermissions": { permissions: ["contacts.readonly"] },
	"keys.setPermissions": { permissions: [] },
	"keys.removePermissions": { permissions: ["contacts.readonly"] },
};
const WRITING = Object.entries(ABOUT_A_KEY).filter(([name]) => name !== "keys.getKey");
const EVERY = [...Object.keys(ABOUT_A_KEY), "keys.createKey", "keys.whoami", "keys.verifyKey"];

describe.each(entrances)("through $name", ({ send }) => {
	test.each([...EVERY, "apis.listKeys", "ratelimit.limit"])("%s is 401 without a good key", async (name) => {
		const reply = await ask(generateSecret("AGENCY").plaintext, name, {}, send);

		expect(reply.status).toBe(401);
		expect(bodyOf(reply)).toEqual({
			meta: { requestId: "the-request" },
			error: {
				title: expect.any(String),
				detail: expect.any(String),
				status: 401,
				type: expect.stringContaining("/developers/errors#"),
			},
		});
		expect(reply.headers["content-type"]).toMatch(/^application\/json/);
	});

	test("liveness answers anybody", async () => {
		const reply = await send({ path: "/api/unkey/v2/liveness" });

		expect(bodyOf(reply)).toEqual({ meta: { requestId: "the-request" }, data: { message: "OK" } });
	});

	test("a call that does not exist is 404, and another method 405", async () => {
		const { root } = await arrange();

		expect(bodyOf(await ask(root.secret, "keys.migrateKeys", {}, send))).toMatchObject({
			error: { status: 404 },
		});
		expect(bodyOf(await send({ path: "/api/unkey/v2/keys.createKey" }))).toMatchObject({
			error: { status: 405 },
		});
	});

	test("a body that is too large is 413 in the same envelope", async () => {
		const { root } = await arrange();

		const reply = await ask(root.secret, "keys.createKey", { apiId: "x".repeat(70_000) }, send);

		expect(bodyOf(reply)).toMatchObject({ meta: { requestId: "the-request" }, error: { status: 413 } });
	});
});

test.each([...EVERY, "apis.listKeys", "ratelimit.limit"])(
	"%s is 403 for a key without the right to it",
	async (name) => {
		const { agency, key } = await arrange();
		const sent = { apiId: agency.id, keyId: key.id, key: key.secret, ...ABOUT_A_KEY[name] };

		expect((await ask(key.secret, name, sent)).status).toBe(403);
	},
);

test.each(WRITING)("%s is 403 for a READONLY root key, and changes nothing", async (name, body) => {
	const { root, key } = await arrange({ ...ROOT, role: "READONLY" });
	const before = await storedKey(world, key.id);

	const reply = await ask(root.secret, name, { keyId: key.id, ...body });

	expect(reply.status).toBe(403);
	expect(await storedKey(world, key.id)).toEqual(before);
});

describe("somebody else's key", () => {
	test.each(Object.entries(ABOUT_A_KEY))("%s answers as for one that never was", async (name, body) => {
		const { agency, root } = await arrange();
		const foreign = await makeKey(world, await makeAgency(world));
		const trashed = await makeKey(world, agency, { deletedAt: new Date(0) });
		const before = await storedKey(world, foreign.id);

		const replies = [];
		for (const keyId of [newId(), foreign.id, trashed.id, "key_123"]) {
			replies.push(await ask(root.secret, name, { keyId, ...body }));
		}

		expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
		expect(new Set(replies.map((reply) => reply.body)).size).toBe(1);
		expect(await storedKey(world, foreign.id)).toEqual(before);
	});

	test("is not found by its text, nor verified", async () => {
		const { root } = await arrange();
		const foreign = await makeKey(world, await makeAgency(world));
		const both = [foreign.secret, generateSecret("AGENCY").plaintext];

		const known = await Promise.all(both.map((key) => ask(root.secret, "keys.whoami", { key })));
		const verified = await Promise.all(both.map((key) => ask(root.secret, "keys.verifyKey", { key })));

		expect(known.map(({ status }) => status)).toEqual([404, 404]);
		expect(known[0]?.body).toBe(known[1]?.body);
		expect(verified[0]?.body).toBe(verified[1]?.body);
		expect(verified[0] && bodyOf(verified[0])).toMatchObject({ data: { valid: false, code: "NOT_FOUND" } });
	});

	test.each(["keys.createKey", "apis.listKeys"])("%s finds no place of another agency", async (name) => {
		const { root } = await arrange();
		const other = await makeAgency(world);
		const location = await makeLocation(world, other);

		for (const apiId of [other.id, location.id, newId(), "api_123"]) {
			expect((await ask(root.secret, name, { apiId })).status).toBe(404);
		}
	});

	test("a cursor of one agency is none in another", async () => {
		const [one, two] = [await arrange(), await arrange()];
		const page = bodyOf(await ask(one.root.secret, "apis.listKeys", { apiId: one.agency.id, limit: 1 }));
		const { cursor } = page.pagination as { cursor: string };

		const reply = await ask(two.root.secret, "apis.listKeys", { apiId: two.agency.id, limit: 1, cursor });

		expect(cursor).toBeDefined();
		expect(bodyOf(reply)).toMatchObject({ error: { status: 400, errors: [{ location: "body.cursor" }] } });
	});

	test("two agencies count the same name apart", async () => {
		const [one, two] = [await arrange(), await arrange()];
		const limit = { namespace: "mail", identifier: "a", limit: 1, duration: 2_592_000_000 };
		const successOf = async ({ root }: typeof one) =>
			(bodyOf(await ask(root.secret, "ratelimit.limit", limit)).data as { success: boolean }).success;

		expect([await successOf(one), await successOf(one), await successOf(two)]).toEqual([true, false, true]);
	});
});

describe("a root key's own ceiling", () => {
	test.each([
		["a permission that it does not hold", ["forms.readonly"]],
		["the right to manage keys", ["keys.write"]],
	])("it does not hand out %s", async (_name, permissions) => {
		const { agency, root, key } = await arrange();
		const before = await storedKey(world, key.id);

		const created = await ask(root.secret, "keys.createKey", { apiId: agency.id, permissions });
		const changed = await ask(root.secret, "keys.addPermissions", { keyId: key.id, permissions });

		expect([created.status, changed.status]).toEqual([403, 403]);
		expect(await storedKey(world, key.id)).toEqual(before);
	});

	test("changes no key that holds more than it does", async () => {
		const { agency, root } = await arrange();
		const greater = await makeKey(world, agency, { scopes: ["links.write"] });
		const before = await storedKey(world, greater.id);

		for (const [name, body] of WRITING) {
			expect((await ask(root.secret, name, { keyId: greater.id, ...body })).status).toBe(403);
		}
		expect(await storedKey(world, greater.id)).toEqual(before);
	});

	test("makes keys for its own locations and addresses", async () => {
		const agency = await makeAgency(world);
		const [near, far] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		const bounds = { chosenLocations: [near], allowedAddresses: ["203.0.113.0/24"] };
		const root = await makeKey(world, agency, { ...ROOT, ...bounds });

		const made = await ask(root.secret, "keys.createKey", { apiId: near.id });
		const refused = await ask(root.secret, "keys.createKey", { apiId: far.id });

		expect([made.status, refused.status]).toEqual([200, 404]);
		const { keyId } = bodyOf(made).data as { keyId: string };
		expect(await storedKey(world, keyId)).toMatchObject({ allowed_addresses: ["203.0.113.0/24"] });
	});
});

describe("what cannot be done any more is 409", () => {
	test.each(WRITING.filter(([name]) => name !== "keys.deleteKey"))(
		"%s of a revoked key",
		async (name, body) => {
			const { agency, root } = await arrange();
			const revoked = await makeKey(world, agency, { revoked: true });

			const reply = await ask(root.secret, name, { keyId: revoked.id, ...body });

			expect(bodyOf(reply)).toMatchObject({ error: { status: 409 } });
		},
	);
});

test("a root key whose window is full is told 429 in the type that clients read", async () => {
	const { agency, root } = await arrange({ ...ROOT, rateLimit: { max: 1, seconds: 3_600 } });
	await ask(root.secret, "apis.listKeys", { apiId: agency.id });

	const reply = await ask(root.secret, "apis.listKeys", { apiId: agency.id });

	expect(bodyOf(reply)).toMatchObject({ error: { status: 429 } });
	expect(reply.headers["content-type"]).toBe("application/problem+json");
	expect(Number(reply.headers["retry-after"])).toBeGreaterThan(0);
});

const [id, text] = [newId(), generateSecret("AGENCY").plaintext];

const HOSTILE: [string, string, unknown, string][] = [
	["keys.createKey", "no place", {}, "body.apiId"],
	["keys.createKey", "a member that nobody knows", { apiId: id, admin: true }, "body.admin"],
	["keys.createKey", "a name that is too long", { apiId: id, name: "x".repeat(81) }, "body.name"],
	["keys.createKey", "a name that turns around", { apiId: id, name: "a\u202eb" }, "body.name"],
	[
		"keys.createKey",
		"a permission that nobody has",
		{ apiId: id, permissions: ["root"] },
		"body.permissions.0",
	],
	["keys.createKey", "two roles", { apiId: id, roles: ["ADMIN", "READONLY"] }, "body.roles"],
	["keys.createKey", "an end in the year 300000", { apiId: id, expires: 9e15 }, "body.expires"],
	["keys.createKey", "half a millisecond", { apiId: id, expires: 1.5 }, "body.expires"],
	["keys.createKey", "a key that can be read again", { apiId: id, recoverable: true }, "body.recoverable"],
	[
		"keys.createKey",
		"credits below none",
		{ apiId: id, credits: { remaining: -1 } },
		"body.credits.remaining",
	],
	["keys.createKey", "an array for meta", { apiId: id, meta: [] }, "body.meta"],
	["keys.createKey", "a NUL in meta", { apiId: id, meta: { a: "\0" } }, "body.meta"],
	["keys.createKey", "half of a pair in meta", { apiId: id, meta: { a: "\ud800" } }, "body.meta"],
	["keys.createKey", "a NUL in externalId", { apiId: id, externalId: "\0" }, "body.externalId"],
	[
		"keys.createKey",
		"a window of less than a second",
		{ apiId: id, ratelimits: [{ name: "a", limit: 1, duration: 999 }] },
		"body.ratelimits.0.duration",
	],
	[
		"keys.createKey",
		"two limits of one name",
		{ apiId: id, ratelimits: [1, 2].map((limit) => ({ name: "a", limit, duration: 1_000 })) },
		"body.ratelimits",
	],
	[
		"keys.createKey",
		"a NUL in the name of a limit",
		{ apiId: id, ratelimits: [{ name: "\0", limit: 1, duration: 1_000 }] },
		"body.ratelimits.0.name",
	],
	["keys.verifyKey", "a key of 513 characters", { key: "x".repeat(513) }, "body.key"],
	["keys.verifyKey", "a bracket that is not closed", { key: text, permissions: "(a" }, "body.permissions"],
	["keys.verifyKey", "500 brackets", { key: text, permissions: "(".repeat(500) }, "body.permissions"],
	["keys.verifyKey", "1,001 characters", { key: text, permissions: "a".repeat(1_001) }, "body.permissions"],
	["keys.verifyKey", "a cost below zero", { key: text, credits: { cost: -1 } }, "body.credits.cost"],
	[
		"keys.verifyKey",
		"half of a limit",
		{ key: text, ratelimits: [{ name: "a", limit: 1 }] },
		"body.ratelimits.0",
	],
	["keys.whoami", "a number", { key: 1 }, "body.key"],
	["keys.getKey", "a key to be read again", { keyId: id, decrypt: true }, "body.decrypt"],
	["keys.deleteKey", "a deletion for good", { keyId: id, permanent: true }, "body.permanent"],
	["keys.rerollKey", "no end", { keyId: id }, "body.expiration"],
	["keys.updateCredits", "an operation that is none", { keyId: id, operation: "double" }, "body.operation"],
	["keys.updateCredits", "no amount", { keyId: id, operation: "increment" }, "body.value"],
	["keys.updateKey", "a list for a name", { keyId: id, name: ["a"] }, "body.name"],
	["apis.listKeys", "a NUL in externalId", { apiId: id, externalId: "\0" }, "body.externalId"],
	[
		"keys.createKey",
		"a day of a daily refill",
		{ apiId: id, credits: { remaining: 1, refill: { interval: "daily", amount: 1, refillDay: 3 } } },
		"body.credits.refill.refillDay",
	],
	["apis.listKeys", "a page of none", { apiId: id, limit: 0 }, "body.limit"],
	["apis.listKeys", "a cursor of one's own", { apiId: id, cursor: "bm9uZQ" }, "body.cursor"],
	["ratelimit.limit", "a window of a millisecond", { duration: 1 }, "body.duration"],
	["ratelimit.limit", "a limit of none", { namespace: "a", identifier: "b", limit: 0 }, "body.limit"],
];

test.each(HOSTILE)("%s with %s is 400 and names the field", async (name, _what, body, location) => {
	const { agency, root } = await arrange();
	const sent = JSON.stringify(body).replaceAll(`"apiId":"${id}"`, `"apiId":"${agency.id}"`);

	const reply = await ask(root.secret, name, sent);

	const { error } = bodyOf(reply) as { error: { status: number; errors: { location: string }[] } };
	expect([reply.status, error.status]).toEqual([400, 400]);
	expect(error.errors.map((one) => one.location)).toContain(location);
	expect(reply.body).not.toContain(text);
});

test.each([
	["an array", "[]"],
	["nothing", ""],
	["broken JSON", "{"],
	["20,000 brackets", "[".repeat(20_000)],
	["10,000 objects within one another", `${'{"meta":'.repeat(5_000)}1${"}".repeat(5_000)}`],
])("%s for a body is 400", async (_name, body) => {
	const { root } = await arrange();

	for (const name of ["keys.createKey", "keys.verifyKey", "ratelimit.limit"]) {
		expect((await ask(root.secret, name, body)).status).toBe(400);
	}
});

test("limits that are null are taken away", async () => {
	const { root, key } = await arrange();
	const ratelimits = [
		{ name: "requests", limit: 5, duration: 60_000, autoApply: true },
		{ name: "mail", limit: 5, duration: 5_000 },
	];
	const read = async () =>
		(bodyOf(await ask(root.secret, "keys.getKey", { keyId: key.id })).data as { ratelimits?: object })
			.ratelimits;
	await ask(root.secret, "keys.updateKey", { keyId: key.id, ratelimits });
	expect(await read()).toMatchObject(ratelimits);

	const reply = await ask(root.secret, "keys.updateKey", { keyId: key.id, ratelimits: null });

	expect(reply.status).toBe(200);
	expect(await read()).toBeUndefined();
});

describe("verdicts that the dialect has no word for", () => {
	test.each([
		["DISABLED", "a revoked key", { revoked: true }],
		["DISABLED", "a key that is switched off", { disabled: true }],
		["EXPIRED", "an expired key", { expiresAt: new Date(0) }],
		["FORBIDDEN", "a key of another address", { allowedAddresses: ["198.51.100.7"] }],
	] as [string, string, KeyOptions][])("are %s for %s", async (code, _name, options) => {
		const { agency, root } = await arrange();
		const key = await makeKey(world, agency, options);

		const reply = await ask(root.secret, "keys.verifyKey", { key: key.secret });

		expect(reply.status).toBe(200);
		expect(bodyOf(reply)).toMatchObject({ data: { valid: false, code, keyId: key.id } });
	});

	test("a key's address is the one that the caller names", async () => {
		const { agency, root } = await arrange();
		const key = await makeKey(world, agency, { allowedAddresses: ["198.51.100.7"] });

		const reply = await ask(root.secret, "keys.verifyKey", { key: key.secret, clientIp: "198.51.100.7" });

		expect(bodyOf(reply)).toMatchObject({ data: { valid: true, code: "VALID" } });
	});

	test("a permission that is not held costs neither credits nor uses", async () => {
		const { agency, root } = await arrange();
		const key = await makeKey(world, agency, { credits: 1, rateLimit: { max: 1, seconds: 3_600 } });
		const verify = async (permissions: string) =>
			bodyOf(await ask(root.secret, "keys.verifyKey", { key: key.secret, permissions })).data;

		expect(await verify("forms.write")).toMatchObject({ code: "INSUFFICIENT_PERMISSIONS" });
		expect(await verify("forms.write OR contacts.readonly")).toMatchObject({ code: "VALID", credits: 0 });
	});
});
