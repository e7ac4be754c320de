import { afterEach, describe, expect, test } from "vitest";
import { bodyOf, openEntrances, type Reply, type Sent, testSurroundings } from "#lib/testing/entrances.ts";
import { makeAgency, makeKey } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const surroundings = testSurroundings(world.database);
const { entrances, reported } = await openEntrances(surroundings);

const agency = await makeAgency(world);
const gateway = await makeKey(world, agency, { title: 'The "gate"\\way 🔑', scopes: ["keys.verify"] });
const headers = { Authorization: `Bearer ${gateway.secret}` };
const JSON_TYPE = { "Content-Type": "application/json" };
const FORM_TYPE = { "Content-Type": "application/x-www-form-urlencoded" };

/** Addresses, what they may be asked with, and a request that they answer with 200, unless said otherwise. */
const ADDRESSES: Record<string, { methods: string[]; good: Omit<Sent, "path">; status?: number }> = {
	"/api/v2/keys/verify": {
		methods: ["POST"],
		good: {
			method: "POST",
			headers: { ...headers, ...JSON_TYPE },
			body: JSON.stringify({ key: gateway.secret }),
		},
	},
	"/api/v2/keys/report-leak": {
		methods: ["POST"],
		good: { method: "POST", headers: JSON_TYPE, body: JSON.stringify({ keys: ["found"] }) },
		status: 202,
	},
	"/api/v2/introspect": {
		methods: ["POST"],
		good: { method: "POST", headers: { ...headers, ...FORM_TYPE }, body: `token=${gateway.secret}` },
	},
	"/api/v2/keys/me": { methods: ["GET", "HEAD"], good: { headers } },
	"/api/v1/me": { methods: ["GET", "HEAD"], good: { headers } },
	"/api/v2/forward-auth": {
		methods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
		good: { headers },
	},
	"/api/health/live": { methods: ["GET", "HEAD"], good: {} },
	"/api/health/ready": { methods: ["GET", "HEAD"], good: {} },
};
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

afterEach(() => expect(reported.splice(0)).toEqual([]));

/** What both entrances answer, which is the same. */
async function answerTo(sent: Sent): Promise<Reply> {
	const [web, node] = await Promise.all(entrances.map(({ send }) => send(sent)));
	expect(node).toEqual(web);
	if (!web) throw new Error("no answer");
	return web;
}

describe.each(Object.entries(ADDRESSES))("%s, at both entrances", (path, { methods, good, status = 200 }) => {
	test("answers what it is meant for", async () => {
		const reply = await answerTo({ path, ...good });

		expect(reply.status).toBe(status);
		expect(reply.headers["cache-control"]).toBe("no-store");
		if (path !== "/api/v2/forward-auth") expect(Object.keys(bodyOf(reply))).not.toEqual([]);
	});

	test.each(METHODS.filter((method) => !methods.includes(method)))("refuses %s", async (method) => {
		const { headers: sentHeaders = {}, body } = good;
		const takesBody = method !== "GET" && method !== "HEAD" && body !== undefined;
		const reply = await answerTo({ path, method, headers: sentHeaders, ...(takesBody && { body }) });

		expect(reply.status).toBe(method === "OPTIONS" ? 204 : 405);
		expect(reply.headers.allow).toBe([...methods, "OPTIONS"].join(", "));
		if (method === "HEAD" || method === "OPTIONS") expect(reply.body).toBe("");
		else expect(bodyOf(reply)).toMatchObject({ status: 405, code: "method_not_allowed" });
	});

	test.each([
		["nothing", undefined],
		["an empty body", ""],
		["64 kB", "x".repeat(65_536)],
		["64 kB and a byte", "x".repeat(65_537)],
		["a body that is no text", Buffer.from([0xff, 0xfe, 0x00])],
	])("answers %s sent to it", async (_name, body) => {
		const method = methods.includes("POST") ? "POST" : "DELETE";
		const sent = { path, ...good, method };
		const reply = await answerTo(
			body === undefined ? { path, method, headers: good.headers ?? {} } : { ...sent, body },
		);

		if (!methods.includes("POST")) expect(reply.status).toBe(405);
		else if (path === "/api/v2/forward-auth") expect(reply.status).toBe(200);
		else if (body?.length === 65_537) expect(reply.status).toBe(413);
		else expect([400, 422]).toContain(reply.status);
	});

	test.each([
		"",
		"text/plain",
		"application/json",
		"application/x-www-form-urlencoded",
		"multipart/form-data",
	])("answers a body of the type %j", async (type) => {
		const reply = await answerTo({
			path,
			...good,
			headers: { ...good.headers, "Content-Type": type },
			...(methods.includes("POST") && { method: "POST", body: "" }),
		});

		expect([200, 400, 415, 422]).toContain(reply.status);
	});

	test.each(["/", "//", "?a=b", "/?", "?"])("is the same address as %j behind it", async (tail) => {
		expect((await answerTo({ path: `${path}${tail}`, ...good })).status).toBe(status);
	});
});

test.each(Object.entries(ADDRESSES).filter(([, { methods }]) => methods.includes("HEAD")))(
	"%s answers HEAD with the headers of GET, and without a body",
	async (path, { good }) => {
		const [head, get] = [
			await answerTo({ path, ...good, method: "HEAD" }),
			await answerTo({ path, ...good }),
		];

		expect(head).toEqual({ ...get, body: "" });
	},
);

test("a title with quotes, a backslash and an emoji arrives as it is", async () => {
	const reply = await answerTo({ path: "/api/v2/keys/me", headers });

	expect(bodyOf(reply)).toMatchObject({ title: 'The "gate"\\way 🔑', keyId: gateway.id });
});

test("a process that has to ask the database each time says so, and is sent requests all the same", async () => {
	const degraded = await openEntrances({ ...surroundings, readiness: async () => "degraded" });

	for (const { send } of degraded.entrances) {
		const reply = await send({ path: "/api/health/ready" });
		expect([reply.status, bodyOf(reply)]).toEqual([200, { status: "degraded" }]);
	}
});
