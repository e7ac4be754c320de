import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeAgency, makeKey, makeLocation } from "#lib/testing/factories.ts";
import { startReceiver } from "#lib/testing/receiver.ts";
import { readyServerProcess, until } from "#lib/testing/server-process.ts";
import { testWorld } from "#lib/testing/world.ts";
import { GATEWAYS, runGateway } from "./gateways.ts";

const world = await testWorld();
const agency = await makeAgency(world);
const location = await makeLocation(world, agency);

const good = await makeKey(world, agency, { location, scopes: ["contacts.readonly", "forms.readonly"] });
const scopeless = await makeKey(world, agency, { scopes: ["forms.readonly"] });
const limited = await makeKey(world, agency, { rateLimit: { max: 1, seconds: 86_400 } });
const atHome = await makeKey(world, agency, { allowedAddresses: ["127.0.0.1/32"] });
const elsewhere = await makeKey(world, agency, { allowedAddresses: ["203.0.113.7/32"] });
const revoked = await makeKey(world, agency, { revoked: true });

const isAny = GATEWAYS.some(({ isInstalled }) => isInstalled);
const latchkey = isAny ? await readyServerProcess({ TRUSTED_HOPS: "1" }) : null;
const service = await startReceiver((response) =>
	response.writeHead(200, { "Content-Type": "text/plain" }).end("served"),
);

/** Stands between a gateway and Latchkey, counts the connections, and can cut them all. */
async function makeLine(port: number) {
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		line.connections++;
		const other = connect(port, "127.0.0.1");
		for (const end of [socket, other]) {
			sockets.add(end);
			end.on("error", () => end.destroy()).on("close", () => sockets.delete(end));
		}
		socket.pipe(other).pipe(socket);
	});
	await once(server.listen(0, "127.0.0.1"), "listening");
	const line = {
		connections: 0,
		address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
		async cut() {
			for (const socket of sockets) socket.destroy();
			if (server.listening) await new Promise((resolve) => server.close(resolve));
		},
	};
	return line;
}

describe.each(GATEWAYS)("$name", (gateway) => {
	const theTest = test.runIf(gateway.isInstalled);
	let gate: Awaited<ReturnType<typeof runGateway>>;
	let line: Awaited<ReturnType<typeof makeLine>>;

	const call = (key: { secret: string } | null, init: RequestInit = {}) =>
		fetch(`${gate.origin}/orders?page=2`, {
			...init,
			headers: { ...(key && { Authorization: `Bearer ${key.secret}` }), ...init.headers },
		});
	/** Sends what `fetch` does not: a path as it is, and headers that belong to the connection. */
	const raw = (headers: string[], path = "/orders") =>
		asked(async () => {
			const { port, hostname } = new URL(gate.origin);
			const socket = connect(Number(port), hostname);
			const close = headers.some((line) => line.startsWith("Connection:")) ? [] : ["Connection: close"];
			socket.write(
				`${[`GET ${path} HTTP/1.1`, `Host: ${hostname}`, ...headers, ...close].join("\r\n")}\r\n\r\n`,
			);
			let answer = "";
			for await (const chunk of socket) answer += chunk;
			return answer;
		});
	/** What the service was asked while `work` ran. */
	async function asked<T>(work: () => Promise<T>) {
		const before = service.received.length;
		const answer = await work();
		return { answer, requests: service.received.slice(before) };
	}

	beforeAll(async () => {
		if (!gateway.isInstalled || !latchkey) return;
		line = await makeLine(Number(new URL(latchkey.origin).port));
		gate = await runGateway(gateway, {
			latchkey: line.address,
			host: new URL(latchkey.origin).host,
			service: `127.0.0.1:${service.port}`,
		});
		await until(`${gateway.name} listens`, async () => {
			if (gate.hasEnded()) throw new Error(gate.said());
			return call(null).then(
				({ status }) => status === 401,
				() => false,
			);
		});
	}, 60_000);
	afterAll(async () => {
		if (!gateway.isInstalled) return;
		gate.end();
		await line.cut();
	});

	theTest("lets a good key through, and tells the service whose it is, not what it is", async () => {
		const { answer, requests } = await asked(() => call(good));

		expect([answer.status, await answer.text()]).toEqual([200, "served"]);
		expect(requests).toHaveLength(1);
		const headers = requests[0]?.headers ?? {};
		expect(headers).toMatchObject({
			"x-latchkey-key-id": good.id,
			"x-latchkey-agency-id": agency.id,
			"x-latchkey-location-id": location.id,
			"x-latchkey-level": "LOCATION",
			"x-latchkey-role": "ADMIN",
			"x-latchkey-scopes": "contacts.readonly forms.readonly",
		});
		expect(JSON.stringify(headers)).not.toContain(good.secret);
	});

	theTest("takes nobody's word for what Latchkey says", async () => {
		const headers = {
			"X-Latchkey-Role": "ADMIN",
			"X-Latchkey-Location-Id": location.id,
			"X-Latchkey-Other": "1",
			"X-Required-Scope": "forms.write",
		};

		const { answer, requests } = await asked(() => call(atHome, { headers }));

		expect(answer.status).toBe(200);
		expect(requests[0]?.headers).toMatchObject({ "x-latchkey-key-id": atHome.id });
		expect(requests[0]?.headers).not.toHaveProperty("x-latchkey-location-id");
	});

	theTest("lets no client take them off again, nor send any that look like them", async () => {
		const authorization = `Authorization: Bearer ${good.secret}`;
		const stripping = await raw([
			authorization,
			"Connection: close, X-Latchkey-Location-Id, x-latchkey-role",
		]);
		const likeness = await raw([
			authorization,
			"Connection: close",
			"X_Latchkey_Role: x",
			"X-Latchkey_Level: x",
		]);

		for (const { answer, requests } of [stripping, likeness]) {
			expect(answer).toMatch(/^HTTP\/1\.1 (?:200|400) /);
			for (const { headers } of requests) {
				expect(headers).toMatchObject({ "x-latchkey-location-id": location.id, "x-latchkey-role": "ADMIN" });
				expect(Object.keys(headers)).not.toContain("x_latchkey_role");
				expect(Object.keys(headers)).not.toContain("x-latchkey_level");
			}
		}
		expect(likeness.requests).toHaveLength(1);
	});

	theTest("tells the service the address that it sees, whatever the client says", async () => {
		const { requests } = await asked(() => call(good, { headers: { "X-Forwarded-For": "203.0.113.7" } }));

		expect(requests[0]?.headers).toMatchObject({ "x-forwarded-for": "127.0.0.1" });
	});

	theTest.each(["//orders", "/%2e%2e/orders", "/a/..;/orders", "/_latchkey", "/%5flatchkey"])(
		"lets nobody through by the path %s",
		async (path) => {
			const { answer, requests } = await raw([], path);

			expect(answer).toMatch(/^HTTP\/1\.1 40[0-9] /);
			expect(requests).toEqual([]);
		},
	);

	theTest("hands a body on to the service alone", async () => {
		const body = "x".repeat(100_000);

		const { answer, requests } = await asked(() => call(good, { method: "POST", body }));

		expect(answer.status).toBe(200);
		expect(requests.map((request) => request.body)).toEqual([body]);
	});

	theTest.each([
		["no key", null, 401, /^Bearer realm="latchkey"$/],
		["a revoked key", revoked, 401, /error="invalid_token"/],
		["a key without the scope", scopeless, 403, /error="insufficient_scope".*scope="contacts.readonly"/],
	])("refuses %s with the status and the challenge of Latchkey", async (_what, key, status, challenge) => {
		const { answer, requests } = await asked(() => call(key));

		expect(answer.status).toBe(status);
		expect(answer.headers.get("www-authenticate")).toMatch(challenge);
		expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
		expect(requests).toEqual([]);
	});

	theTest("says how long to wait for a key at its limit", async () => {
		await call(limited);

		const { answer, requests } = await asked(() => call(limited));

		expect(answer.status).toBe(429);
		expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
		expect(requests).toEqual([]);
	});

	theTest("tells Latchkey the address that it sees, whatever the client says", async () => {
		const headers = { "X-Forwarded-For": "203.0.113.7" };

		const home = await call(atHome, { headers });
		const away = await call(elsewhere, { headers });

		expect([home.status, away.status]).toEqual([200, 403]);
	});

	theTest("asks many times over few connections", async () => {
		await call(good);
		const before = line.connections;

		for (let asked = 0; asked < 40; asked++) expect((await call(good)).status).toBe(200);

		expect(line.connections - before).toBeLessThan(5);
	});

	theTest("lets nobody through while Latchkey is away", async () => {
		await line.cut();

		const { answer, requests } = await asked(() => call(good));

		expect(answer.status).toBe(503);
		expect(answer.headers.get("retry-after")).toBe("1");
		expect(requests).toEqual([]);
	});
});

const haproxy = GATEWAYS.find(({ name }) => name === "HAProxy");

test.runIf(haproxy?.isInstalled)("HAProxy lets nobody through while its script fails", async () => {
	if (!haproxy || !latchkey) return;
	const addresses = {
		latchkey: "127.0.0.1:9",
		host: "keys.example.com",
		service: `127.0.0.1:${service.port}`,
	};
	const failing = (text: string) => text.replace("local answer =", 'error("fails")\n    local answer =');
	const gate = await runGateway(haproxy, addresses, failing);
	const ask = () => fetch(gate.origin, { headers: { Authorization: `Bearer ${good.secret}` } });
	await until("HAProxy listens", () =>
		ask().then(
			() => true,
			() => false,
		),
	);
	const before = service.received.length;

	const { status } = await ask();

	gate.end();
	expect(status).toBe(503);
	expect(service.received.length).toBe(before);
});
