import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { ARRIVAL, testSurroundings } from "#lib/testing/entrances.ts";
import { makeAgency, makeKey } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { endpointPath } from "./answer.ts";
import { answerHere } from "./node-entrance.ts";
import { answerWebRequest } from "./web-entrance.ts";

const world = await testWorld();
const surroundings = testSurroundings(world.database);
const key = await makeKey(world, await makeAgency(world), { scopes: ["keys.verify"] });
const reported: unknown[] = [];
const report = (error: unknown) => void reported.push(error);

const server = createServer((request, response) => {
	const arrival = { ...ARRIVAL, path: endpointPath(request.url ?? "/") };
	answerHere(request, response, arrival, surroundings, report);
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
afterAll(() => {
	server.closeAllConnections();
	server.close();
});
afterEach(() => expect(reported.splice(0)).toEqual([]));

const headOf = (method: string, path: string, lines: readonly string[] = []) =>
	[`${method} ${path} HTTP/1.1`, "Host: x", `Authorization: Bearer ${key.secret}`, ...lines, "", ""].join(
		"\r\n",
	);
const body = JSON.stringify({ key: key.secret });
const POST = headOf("POST", "/api/v2/keys/verify", [
	"Content-Type: application/json",
	`Content-Length: ${body.length}`,
]);
const ME = headOf("GET", "/api/v2/keys/me");

/** Sends pieces over one connection, each once the one before is on its way; all that came back until `isEnough`. */
async function converse(pieces: readonly string[], isEnough: (received: string) => boolean) {
	const socket = connect(port, "127.0.0.1").setNoDelay();
	let received = "";
	const enough = new Promise<void>((resolve) => {
		socket.on("data", (chunk) => {
			received += chunk;
			if (isEnough(received)) resolve();
		});
		socket.on("close", () => resolve());
	});
	await once(socket, "connect");
	for (const piece of pieces) {
		await new Promise((resolve) => socket.write(piece, resolve));
		await new Promise(setImmediate);
	}
	await enough;
	const isOpen = !socket.destroyed && !socket.readableEnded;
	socket.destroy();
	return { received, isOpen };
}
const statusesOf = (received: string) =>
	[...received.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => Number(status));
const answers = (count: number) => (received: string) =>
	statusesOf(received).length === count && (received.endsWith("}") || received.endsWith("\r\n\r\n"));

describe("one connection", () => {
	test("is kept for the next request, with and without a body", async () => {
		const { received, isOpen } = await converse([ME, POST + body, ME], answers(3));

		expect(statusesOf(received)).toEqual([200, 200, 200]);
		expect(received).not.toMatch(/^connection: close/im);
		expect(isOpen).toBe(true);
	});

	test("answers requests that come in one packet, in their order", async () => {
		const { received } = await converse(
			[ME + POST + body + headOf("GET", "/api/health/live") + headOf("GET", "/api/v2/nothing") + POST + body],
			answers(5),
		);

		expect(statusesOf(received)).toEqual([200, 200, 200, 404, 200]);
		expect(received.indexOf('"status":"live"')).toBeLessThan(received.indexOf("not_found"));
	});

	test("that sends byte by byte is understood", async () => {
		const { received } = await converse([...(POST + body)], answers(1));

		expect(statusesOf(received)).toEqual([200]);
		expect(received).toContain('"code":"VALID"');
	});

	test.each([
		["a known address that takes none", headOf("DELETE", "/api/v2/keys/me", ["Content-Length: 5"]), 405],
		["a proxy's question", headOf("POST", "/api/v2/forward-auth", ["Content-Length: 5"]), 200],
		["no address", headOf("POST", "/api/v2/nothing", ["Transfer-Encoding: chunked"]), 404],
		["GET", headOf("GET", "/api/v2/keys/me", ["Content-Length: 5"]), 200],
	])(
		"whose body is not read is closed after the answer, without waiting for it: %s",
		async (_name, head, status) => {
			const { received, isOpen } = await converse([head], () => false);

			expect(statusesOf(received)).toEqual([status]);
			expect(received).toMatch(/^connection: close/im);
			expect(isOpen).toBe(false);
		},
	);

	test("that sends more than 64 kB is answered before the end, and closed", async () => {
		const head = headOf("POST", "/api/v2/keys/verify", ["Content-Length: 10000000"]);
		const { received, isOpen } = await converse([head, "x".repeat(70_000)], () => false);

		expect(statusesOf(received)).toEqual([413]);
		expect(isOpen).toBe(false);
	});

	test("that is left in the middle of a body costs nothing, and the next one is answered", async () => {
		for (const sent of [POST, POST + body.slice(0, 10)]) {
			const socket = connect(port, "127.0.0.1");
			await once(socket, "connect");
			await new Promise((resolve) => socket.write(sent, resolve));
			socket.destroy();
			await once(socket, "close");
		}

		expect(statusesOf((await converse([POST + body], answers(1))).received)).toEqual([200]);
	});

	test("that is left before the answer costs nothing either", async () => {
		const cold = await makeKey(world, { id: key.agencyId });
		const socket = connect(port, "127.0.0.1");
		await once(socket, "connect");
		await new Promise((resolve) => socket.write(ME.replace(key.secret, cold.secret), resolve));
		socket.destroy();
		await once(socket, "close");

		expect(statusesOf((await converse([ME], answers(1))).received)).toEqual([200]);
	});
});

describe("through the web entrance", () => {
	const send = (stream: ReadableStream<Uint8Array>) =>
		answerWebRequest(
			new Request("http://localhost/api/v2/keys/verify", {
				method: "POST",
				headers: { Authorization: `Bearer ${key.secret}`, "Content-Type": "application/json" },
				body: stream,
				duplex: "half",
			} as RequestInit),
			surroundings,
			report,
		);

	test("a body that comes byte by byte is understood", async () => {
		const bytes = [...Buffer.from(body)];
		const slow = new ReadableStream<Uint8Array>({
			async pull(controller) {
				await new Promise(setImmediate);
				const byte = bytes.shift();
				if (byte === undefined) controller.close();
				else controller.enqueue(Uint8Array.of(byte));
			},
		});

		const response = await send(slow);

		expect(response.status).toBe(200);
		expect(await response.json()).toMatchObject({ code: "VALID" });
	});

	test("a sender who leaves in the middle of the body is no failure of ours", async () => {
		const broken = new ReadableStream<Uint8Array>({
			start(controller) {
				controller.enqueue(Buffer.from(body.slice(0, 10)));
				controller.error(new Error("aborted"));
			},
		});

		const response = await send(broken);

		expect(response.status).toBe(400);
	});
});
