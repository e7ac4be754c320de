import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { ARRIVAL, bodyOf, openEntrances, testSurroundings } from "#lib/testing/entrances.ts";
import { makeAgency, makeKey } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { endpointPath } from "./answer.ts";
import { answerHere } from "./node-entrance.ts";

const world = await testWorld();
const surroundings = testSurroundings(world.database);
const { entrances, reported } = await openEntrances(surroundings);

const agency = await makeAgency(world);
const gateway = await makeKey(world, agency, { scopes: ["keys.verify"] });
const website = await makeKey(world, agency);
const secret = website.secret;

const post = (body: string | Buffer, headers: Record<string, string> = {}) => ({
	method: "POST",
	path: "/api/v2/keys/verify",
	headers: { Authorization: `Bearer ${gateway.secret}`, "Content-Type": "application/json", ...headers },
	body,
});

afterEach(() => expect(reported.splice(0)).toEqual([]));

const refused: Record<string, [number, string | Buffer]> = {
	"an array": [422, `[{"key":"${secret}"}]`],
	"a text": [422, `"${secret}"`],
	null: [422, "null"],
	"a number": [422, "1"],
	"an unknown member": [422, `{"key":"${secret}","admin":true}`],
	"a member named __proto__": [422, `{"key":"${secret}","__proto__":{"cost":0}}`],
	"a member named constructor": [422, `{"key":"${secret}","constructor":{}}`],
	"a key that is a number": [422, '{"key":1}'],
	"a key that is an array of one key": [422, `{"key":["${secret}"]}`],
	"a key that is an object": [422, `{"key":{"contains":"lk_"}}`],
	"an empty key": [422, '{"key":""}'],
	"a key of 513 characters": [422, `{"key":"${"x".repeat(513)}"}`],
	"scopes that are a text": [422, `{"key":"${secret}","scopes":"contacts.readonly"}`],
	"a scope that is a number": [422, `{"key":"${secret}","scopes":[1]}`],
	"51 scopes": [422, JSON.stringify({ key: secret, scopes: Array(51).fill("a") })],
	"a location that is no id": [422, `{"key":"${secret}","locationId":"' or 1=1 --"}`],
	"a location that is null": [422, `{"key":"${secret}","locationId":null}`],
	"an address that is none": [422, `{"key":"${secret}","clientIp":"127.1"}`],
	"an address with a zone": [422, `{"key":"${secret}","clientIp":"fe80::1%eth0"}`],
	"a range for an address": [422, `{"key":"${secret}","clientIp":"10.0.0.0/8"}`],
	"a cost below zero": [422, `{"key":"${secret}","cost":-1}`],
	"half a cost": [422, `{"key":"${secret}","cost":0.5}`],
	"a cost that is a text": [422, `{"key":"${secret}","cost":"1"}`],
	"a cost beyond every number": [422, `{"key":"${secret}","cost":1e999}`],
	"a cost of 2 to the 53rd": [422, `{"key":"${secret}","cost":9007199254740993}`],
	"20,000 brackets": [400, "[".repeat(20_000)],
	"20,000 closed brackets": [422, `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
	"10,000 nested objects": [422, `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`],
	"two values": [400, `{"key":"${secret}"}{"key":"${secret}"}`],
	"a trailing comma": [400, `{"key":"${secret}",}`],
	NaN: [400, `{"key":"${secret}","cost":NaN}`],
	"invalid UTF-8": [
		400,
		Buffer.concat([Buffer.from('{"key":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]),
	],
	"UTF-16": [400, Buffer.from(`{"key":"${secret}"}`, "utf16le")],
	"a raw NUL": [400, '{"key":"\0"}'],
	"an unknown member with a name of 60,000 characters": [
		422,
		`{"key":"${secret}","${"n".repeat(60_000)}":1}`,
	],
	"6,000 unknown members": [
		422,
		JSON.stringify(Object.fromEntries(Array.from({ length: 6_000 }, (_, index) => [`m${index}`, 1]))),
	],
};

const answered: Record<string, [string, string]> = {
	"an escaped NUL in the key": ["NOT_FOUND", '{"key":"lk_agy_\\u0000"}'],
	"a lone surrogate in the key": ["NOT_FOUND", '{"key":"\\ud800"}'],
	"an escaped NUL in a scope": ["INSUFFICIENT_PERMISSIONS", `{"key":"${secret}","scopes":["\\u0000"]}`],
	"a scope named like a property": ["INSUFFICIENT_PERMISSIONS", `{"key":"${secret}","scopes":["__proto__"]}`],
	"a scope that nobody has": ["INSUFFICIENT_PERMISSIONS", `{"key":"${secret}","scopes":["contacts.write"]}`],
	"the empty list of scopes": ["VALID", `{"key":"${secret}","scopes":[]}`],
	"a location that is nobody's": ["FORBIDDEN", `{"key":"${secret}","locationId":"${newId()}"}`],
	"a duplicate member, of which the last counts": ["VALID", `{"key":"nothing","key":"${secret}"}`],
	"an integer in another notation": ["VALID", `{"key":"${secret}","cost":1.0e0}`],
	"a byte order mark": ["VALID", `\ufeff{"key":"${secret}"}`],
};

describe.each(entrances)("through $name", ({ send }) => {
	test.each(Object.entries(refused))(
		"%s is refused as the sender's mistake",
		async (_name, [status, body]) => {
			const reply = await send(post(body));

			expect(reply.status).toBe(status);
			expect(bodyOf(reply)).toMatchObject({ status });
			expect(reply.body).not.toContain(secret);
			expect(reply.body.length).toBeLessThan(8_000);
		},
	);

	test.each(Object.entries(answered))("%s has a verdict", async (_name, [code, body]) => {
		const reply = await send(post(body));

		expect(reply.status).toBe(200);
		expect(bodyOf(reply)).toMatchObject({ code });
	});

	test.each([
		"application/json",
		"application/json; charset=utf-8",
		"APPLICATION/JSON",
		"application/vnd.x+json",
	])("%s is a JSON type", async (type) => {
		expect((await send(post(`{"key":"${secret}"}`, { "Content-Type": type }))).status).toBe(200);
	});

	test.each([
		"text/plain",
		"application/jsonp",
		"text/json",
		"multipart/form-data",
		"application/x-ndjson",
		"x",
	])("%s is not a JSON type", async (type) => {
		expect((await send(post(`{"key":"${secret}"}`, { "Content-Type": type }))).status).toBe(415);
	});

	describe("the Authorization header", () => {
		const me = (authorization: string) => send({ path: "/api/v2/keys/me", headers: { authorization } });

		test.each([`Bearer ${secret}`, `bearer ${secret}`, `BEARER ${secret}`, `Bearer  ${secret}`])(
			"%s is read",
			async (authorization) => {
				expect((await me(authorization)).status).toBe(200);
			},
		);

		test.each([
			secret,
			`Basic ${secret}`,
			`Bearer${secret}`,
			`Bearer: ${secret}`,
			`Bearer "${secret}"`,
			`Bearer ${secret} ${secret}`,
			`Bearer ${secret}, Bearer ${secret}`,
			`Bearer ${secret},`,
			`Token ${secret}`,
			"Bearer",
			"Bearer ",
			`Bearer ${"x".repeat(10_000)}`,
			`Bearer ${"x ".repeat(5_000)}`,
			`Bearer ${" ".repeat(10_000)}x y`,
			"",
			"\u00ff\u00fe",
			`Bearer ${secret.slice(0, -1)}\u00e9`,
		])("%j is no valid credential, and the answer says how to send one", async (authorization) => {
			const reply = await me(authorization);

			expect(reply.status).toBe(401);
			expect(reply.headers["www-authenticate"]).toMatch(/^Bearer realm="latchkey"/);
			expect(reply.body).not.toContain(secret);
		});
	});

	test("whatever the sender calls itself is stored without harm", async () => {
		const reply = await send(post(`{"key":"${secret}"}`, { "User-Agent": `\u00ff${"x".repeat(9_000)}` }));
		await surroundings.engine.usage.flush();

		expect(reply.status).toBe(200);
		expect(surroundings.engine.errors).toEqual([]);
		const { rows } = await world.owner.query("select client from key_last_uses where key_id = $1", [
			website.id,
		]);
		expect(rows[0].client).toMatch(/^\?+x+$/);
		expect(rows[0].client).toHaveLength(200);
	});
});

describe("a sender who does not keep to HTTP", () => {
	const server = createServer((request, response) => {
		const arrival = { ...ARRIVAL, path: endpointPath(request.url ?? "/") };
		answerHere(request, response, arrival, surroundings, (error) => reported.push(error));
	});
	afterAll(() => new Promise((resolve) => server.close(resolve)));
	const port = new Promise<number>((resolve) =>
		server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)),
	);

	/** Sends raw bytes and answers with all that comes back until the connection closes. */
	const raw = async (text: string, end = true) => {
		const socket = connect(await port, "127.0.0.1");
		let received = "";
		socket.on("data", (chunk) => {
			received += chunk;
		});
		socket.on("error", () => {});
		socket.write(text);
		if (end) socket.end();
		await new Promise((resolve) => socket.on("close", resolve));
		return received;
	};
	const head = (extra: string) =>
		`POST /api/v2/keys/verify HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer ${gateway.secret}\r\n${extra}\r\n\r\n`;

	test("and leaves in the middle of the body is forgotten", async () => {
		await raw(`${head("Content-Type: application/json\r\nContent-Length: 100")}{`);

		expect(
			(await raw(`${head("Content-Type: application/json\r\nContent-Length: 2")}{}`, false)).split("\r\n")[0],
		).toBe("HTTP/1.1 422 Unprocessable Entity");
	});

	test("but sends chunks is understood, and stopped past 64 kB", async () => {
		const type = "Content-Type: application/json\r\nTransfer-Encoding: chunked";
		const body = JSON.stringify({ key: secret });
		const chunks = [...body].map((character) => `1\r\n${character}\r\n`).join("");
		const large = `10000\r\n${"x".repeat(65_536)}\r\n1\r\nx\r\n0\r\n\r\n`;

		expect(await raw(`${head(type)}${chunks}0\r\n\r\n`, false)).toMatch(/^HTTP\/1\.1 200 /);
		expect(await raw(`${head(type)}${large}`, false)).toMatch(/^HTTP\/1\.1 413 /);
	});
});
