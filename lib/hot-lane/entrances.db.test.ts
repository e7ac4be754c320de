import { afterEach, describe, expect, test } from "vitest";
import { testEngine } from "#lib/testing/engine.ts";
import { ARRIVAL, bodyOf, openEntrances, type Reply, type Sent } from "#lib/testing/entrances.ts";
import { makeAgency, makeKey } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { answerWebRequest } from "./web-entrance.ts";

const world = await testWorld();
const ORIGIN = "https://keys.example.test";
const surroundings = {
	engine: testEngine(world.database),
	origin: ORIGIN,
	readiness: async () => "ready" as const,
};
const { entrances, reported } = await openEntrances(surroundings);

const agency = await makeAgency(world);
const gateway = await makeKey(world, agency, { title: "Gateway", scopes: ["keys.verify"] });
const website = await makeKey(world, agency, { title: "Website", scopes: ["contacts.write"] });
const revoked = await makeKey(world, agency, { revoked: true });

const bearer = (key: { secret: string }) => ({ Authorization: `Bearer ${key.secret}` });
const JSON_TYPE = { "Content-Type": "application/json" };
const VERIFY = "/api/v2/keys/verify";
const verify = (body: string | object, headers: Record<string, string> = {}): Sent => ({
	method: "POST",
	path: VERIFY,
	headers: { ...bearer(gateway), ...JSON_TYPE, ...headers },
	body: typeof body === "string" ? body : JSON.stringify(body),
});

type Expected = { status: number; headers?: Record<string, string | RegExp>; body?: object };

const problem = (status: number, code: string) => ({
	headers: { "content-type": "application/problem+json; charset=utf-8" },
	status,
	body: { status, code, requestId: ARRIVAL.requestId },
});

const cases: Record<string, [Sent, Expected]> = {
	"200 for a key about itself": [
		{ path: "/api/v2/keys/me", headers: bearer(website) },
		{
			status: 200,
			headers: { "content-type": "application/json; charset=utf-8" },
			body: { valid: true, code: "VALID", keyId: website.id, title: "Website", scopes: ["contacts.write"] },
		},
	],
	"200 for a key about itself in API 1.0": [
		{ path: "/api/v1/me", headers: bearer(website) },
		{ status: 200, body: { valid: true, keyId: website.id } },
	],
	"200 for a verdict of yes": [
		verify({ key: website.secret, scopes: ["contacts.readonly"] }),
		{ status: 200, body: { valid: true, code: "VALID", keyId: website.id, agencyId: agency.id } },
	],
	"200 for a verdict of no": [
		verify({ key: revoked.secret }),
		{ status: 200, body: { valid: false, code: "REVOKED", keyId: revoked.id } },
	],
	"200 with trailing slashes and a query": [
		{ path: "/api/v2/keys/me//?a=b", headers: bearer(website) },
		{ status: 200, body: { valid: true } },
	],
	"200 for HEAD, without a body": [
		{ method: "HEAD", path: "/api/v2/keys/me", headers: bearer(website) },
		{ status: 200, headers: { "content-type": "application/json; charset=utf-8" } },
	],
	"200 for health": [{ path: "/api/health/live" }, { status: 200, body: { status: "live" } }],
	"200 for readiness": [{ path: "/api/health/ready" }, { status: 200, body: { status: "ready" } }],
	"204 for OPTIONS, which says what is allowed": [
		{ method: "OPTIONS", path: VERIFY },
		{ status: 204, headers: { allow: "POST, OPTIONS" } },
	],
	"400 for a body that is no JSON": [verify("{"), problem(400, "malformed_request")],
	"400 for no body": [verify(""), problem(400, "malformed_request")],
	"401 without a key": [
		{ path: "/api/v2/keys/me" },
		{
			...problem(401, "unauthenticated"),
			headers: { "www-authenticate": 'Bearer realm="latchkey"' },
		},
	],
	"401 for a revoked key, with the verdict as code": [
		{ path: "/api/v2/keys/me", headers: bearer(revoked) },
		{ ...problem(401, "REVOKED"), headers: { "www-authenticate": /error="invalid_token"/ } },
	],
	"401 before anything is said about the body": [
		{ method: "POST", path: VERIFY, headers: JSON_TYPE, body: "{" },
		problem(401, "unauthenticated"),
	],
	"403 for a key that may not verify others": [
		verify({ key: website.secret }, bearer(website)),
		{
			...problem(403, "INSUFFICIENT_PERMISSIONS"),
			headers: { "www-authenticate": /error="insufficient_scope".*scope="keys\.verify"/ },
		},
	],
	"405 for a method that the address does not have": [
		{ path: VERIFY, headers: bearer(gateway) },
		{ ...problem(405, "method_not_allowed"), headers: { allow: "POST, OPTIONS" } },
	],
	"405 for DELETE on a reading address": [
		{ method: "DELETE", path: "/api/v2/keys/me", headers: bearer(website) },
		{ ...problem(405, "method_not_allowed"), headers: { allow: "GET, HEAD, OPTIONS" } },
	],
	"413 for a body of 64 kB and a byte": [verify("x".repeat(65_537)), problem(413, "payload_too_large")],
	"413 for a body of many times that": [verify("x".repeat(3_000_000)), problem(413, "payload_too_large")],
	"415 for a form": [
		verify("key=x", { "Content-Type": "application/x-www-form-urlencoded" }),
		{ ...problem(415, "unsupported_media_type"), headers: { accept: "application/json" } },
	],
	"415 without a type": [verify("{}", { "Content-Type": "" }), problem(415, "unsupported_media_type")],
	"422 for a body without a key": [
		verify({}),
		{
			...problem(422, "invalid_input"),
			body: { errors: [{ field: "key", message: "key must be a string." }] },
		},
	],
};

function check(reply: Reply, { status, headers = {}, body }: Expected) {
	expect(reply.status).toBe(status);
	for (const [name, value] of Object.entries(headers)) {
		if (value instanceof RegExp) expect(reply.headers[name]).toMatch(value);
		else expect(reply.headers[name]).toBe(value);
	}
	if (body) expect(bodyOf(reply)).toMatchObject(body);
}

afterEach(() => expect(reported.splice(0)).toEqual([]));

describe.each(entrances)("through $name", ({ send }) => {
	test.each(Object.entries(cases))("%s", async (_name, [sent, expected]) => {
		const reply = await send(sent);

		check(reply, expected);
		expect(reply.headers).toMatchObject({
			"x-request-id": ARRIVAL.requestId,
			"cache-control": "no-store",
			"x-content-type-options": "nosniff",
		});
		if (sent.method === "HEAD" || reply.status === 204) expect(reply.body).toBe("");
	});

	test("a body of exactly 64 kB is read", async () => {
		const [head, tail] = [`{"key":"${website.secret}","scopes":["`, '"]}'];
		const body = `${head}${"x".repeat(65_536 - head.length - tail.length)}${tail}`;

		expect((await send(verify(body))).status).toBe(422);
	});
});

test.each(Object.entries(cases))("both entrances give the same bytes: %s", async (_name, [sent]) => {
	const [web, node] = await Promise.all(entrances.map((entrance) => entrance.send(sent)));

	expect(node).toEqual(web);
});

test.each(["/api/v2/nothing", "/api/v2", "/api/v2/kees/me", "/api/v2/keys/me/x", "/api/v7/keys"])(
	"%s is no address of the API, at either entrance",
	async (path) => {
		const replies = await Promise.all(
			entrances.map((entrance) => entrance.send({ path, headers: bearer(website) })),
		);

		for (const reply of replies) {
			expect(bodyOf(reply)).toMatchObject({ status: 404, code: "not_found" });
		}
	},
);

test("every problem says where it is explained and carries what clients of both dialects read", async () => {
	const reply = await entrances[0]?.send({ path: "/api/v2/keys/me", headers: bearer(revoked) });

	expect(reply && bodyOf(reply)).toEqual({
		type: `${ORIGIN}/developers/errors#REVOKED`,
		title: "No valid credential",
		status: 401,
		detail: "The key was revoked and will not come back.",
		code: "REVOKED",
		requestId: ARRIVAL.requestId,
		msg: "The key was revoked and will not come back.",
		statusCode: 401,
		message: "The key was revoked and will not come back.",
		error: "No valid credential",
	});
});

// The web entrance also answers addresses that do not exist, to anybody: a body without end must not fill the memory.
test("of a body without end the web entrance reads no more than it needs", async () => {
	let sent = 0;
	const endless = new ReadableStream<Uint8Array>({
		pull(controller) {
			if (sent > 50_000_000) return controller.close();
			sent += 16_384;
			controller.enqueue(new Uint8Array(16_384));
		},
	});
	const request = new Request("http://localhost/api/v2/nothing", {
		method: "POST",
		body: endless,
		duplex: "half",
	} as RequestInit);

	const response = await answerWebRequest(request, surroundings, (error) => reported.push(error));

	expect(response.status).toBe(404);
	expect(sent).toBeLessThan(200_000);
});
