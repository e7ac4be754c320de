import { createServer as createRawServer, type Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { testCertificate } from "#lib/testing/certificate.ts";
import { answerWith, startReceiver } from "#lib/testing/receiver.ts";
import { whenDone } from "#lib/testing/when-done.ts";
import { sendWebhook } from "./send-webhook.ts";

const HOST = "hooks.example.test";
const LOOPBACK = ["127.0.0.0/8"];
const message = { headers: { "webhook-id": "1", "content-type": "application/json" }, body: '{"a":"ä"}' };

/** A name server that gives each of these answers once, and then the last. */
function names(...answers: string[][]) {
	const asked: string[] = [];
	const resolve = async (host: string) => {
		asked.push(host);
		return answers[Math.min(asked.length, answers.length) - 1] ?? [];
	};
	return { asked, resolve };
}

/** Something that listens, takes connections and is not HTTP. */
async function listenRaw(onConnection: (socket: Socket) => void) {
	const server = createRawServer((socket) => onConnection(socket.on("error", () => {})));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const sockets = new Set<Socket>();
	server.on("connection", (socket) => sockets.add(socket));
	whenDone(() => {
		server.close();
		for (const socket of sockets) socket.destroy();
	});
	const address = server.address();
	return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
}

describe("what is sent", () => {
	test("arrives as it is, with nothing that tells of others", async () => {
		const receiver = await startReceiver(answerWith(200, "thanks"));

		const outcome = await sendWebhook(receiver.url, message, { own: LOOPBACK });

		expect(outcome).toMatchObject({ status: 200, problem: null, answer: "thanks" });
		expect(receiver.received).toEqual([
			{
				headers: {
					...message.headers,
					host: `127.0.0.1:${receiver.port}`,
					"content-length": "10",
					connection: "close",
				},
				body: message.body,
			},
		]);
	});

	test("goes by TLS to the checked address, under the name that was entered", async () => {
		const receiver = await startReceiver(answerWith(204), { tls: true });
		const { asked, resolve } = names(["127.0.0.1"], ["10.0.0.1"]);
		const url = `https://${HOST}:${receiver.port}/`;

		const outcome = await sendWebhook(url, message, { own: LOOPBACK, resolve, ca: testCertificate.cert });

		expect(outcome).toMatchObject({ status: 204, problem: null });
		expect(receiver.received[0]?.headers.host).toBe(`${HOST}:${receiver.port}`);
		expect(asked, "a name is looked up once").toEqual([HOST]);
	});

	test("goes to the next address when the first does not answer", async () => {
		const receiver = await startReceiver();
		const { resolve } = names(["127.0.0.2", "127.0.0.1"]);

		const outcome = await sendWebhook(`http://${HOST}:${receiver.port}/`, message, {
			own: LOOPBACK,
			resolve,
		});

		expect(outcome.status).toBe(204);
	});

	test("goes through no proxy of the environment", async () => {
		const [receiver, proxy] = [await startReceiver(), await startReceiver()];
		process.env.NODE_USE_ENV_PROXY = "1";
		process.env.HTTP_PROXY = process.env.http_proxy = proxy.url;

		await sendWebhook(receiver.url, message, { own: LOOPBACK });

		for (const name of ["NODE_USE_ENV_PROXY", "HTTP_PROXY", "http_proxy"]) delete process.env[name];
		expect([receiver.connections, proxy.connections]).toEqual([1, 0]);
	});
});

describe("nothing is connected to", () => {
	test.each([
		["an address inside", "https://127.0.0.1:PORT/", []],
		["a number that means one", "https://2130706433:PORT/", []],
		["a name that is one inside", `https://${HOST}:PORT/`, ["127.0.0.1"]],
		["a name that is one inside as IPv6", `https://${HOST}:PORT/`, ["::ffff:127.0.0.1"]],
		["a name that is public and inside", `https://${HOST}:PORT/`, ["8.8.8.8", "127.0.0.1"]],
		["plain http", `http://${HOST}:PORT/`, ["127.0.0.1"]],
	])("when the address is %s", async (_what, url, addresses) => {
		const canary = await startReceiver();
		const { resolve } = names(addresses);

		const outcome = await sendWebhook(url.replace("PORT", String(canary.port)), message, {
			own: [],
			resolve,
		});

		expect(outcome).toMatchObject({ status: null, answer: null });
		expect(outcome.problem).not.toMatch(/127|\d\.\d/);
		expect(canary.connections).toBe(0);
	});

	test("by plain http on the internet, also where networks of one's own allow it inside", async () => {
		const { resolve } = names(["127.0.0.1", "8.8.8.8"]);

		const outcome = await sendWebhook(`http://${HOST}/`, message, { own: LOOPBACK, resolve });

		expect(outcome.problem).toBe("Only https is used on the public internet.");
	});

	test("when there is no such name", async () => {
		const { resolve } = names([]);

		const outcome = await sendWebhook(`https://${HOST}/`, message, { own: LOOPBACK, resolve });

		expect(outcome).toMatchObject({ status: null, problem: "The host name was not found." });
	});
});

test.each([301, 302, 303, 307, 308])("a redirect by %i is not followed", async (status) => {
	const elsewhere = await startReceiver();
	const receiver = await startReceiver(answerWith(status, "", { location: elsewhere.url }));

	const outcome = await sendWebhook(receiver.url, message, { own: LOOPBACK });

	expect(outcome).toMatchObject({ status, problem: "Redirects are not followed." });
	expect(elsewhere.connections).toBe(0);
});

describe("the answer", () => {
	const brief = { own: LOOPBACK, timeoutMs: 200 };
	const late = { status: null, problem: "There was no whole answer within 0.2 seconds." };

	test("is waited for no longer than the time there is, when nothing comes", async () => {
		const url = await listenRaw(() => {});

		expect(await sendWebhook(url, message, brief)).toMatchObject(late);
	});

	test("is waited for no longer than that when its headers drip", async () => {
		const url = await listenRaw((socket) => {
			socket.write("HTTP/1.1 200 OK\r\n");
			const timer = setInterval(() => socket.write("x-drip: 1\r\n"), 20);
			socket.on("close", () => clearInterval(timer));
		});

		expect(await sendWebhook(url, message, brief)).toMatchObject(late);
	});

	test("is waited for no longer than that when its body drips", async () => {
		const receiver = await startReceiver((response) => {
			response.writeHead(200);
			const timer = setInterval(() => response.write("drip"), 20);
			response.on("close", () => clearInterval(timer));
		});

		expect(await sendWebhook(receiver.url, message, brief)).toMatchObject(late);
	});

	test("is waited for no longer than that when the name server is slow", async () => {
		const resolve = () => new Promise<string[]>(() => {});

		expect(await sendWebhook(`https://${HOST}/`, message, { ...brief, resolve })).toMatchObject(late);
	});

	test("is read no further than 64 kB, and then hung up on", async () => {
		let sent = 0;
		const closed = Promise.withResolvers<void>();
		const receiver = await startReceiver((response) => {
			response.on("close", closed.resolve);
			const chunk = Buffer.alloc(16_384, "x");
			const pump = () => {
				while (!response.destroyed && response.write(chunk)) sent += chunk.length;
			};
			response.on("drain", pump);
			pump();
		});

		const outcome = await sendWebhook(receiver.url, message, { own: LOOPBACK });

		await closed.promise;
		expect(outcome).toMatchObject({ status: 200, answer: "x".repeat(1_000) });
		expect(sent).toBeLessThan(50_000_000);
	});

	test("is kept without what cannot be stored, and without secrets", async () => {
		const receiver = await startReceiver(answerWith(500, "a\0b\u001b[31m whsec_AAAABBBB"));

		const outcome = await sendWebhook(receiver.url, message, { own: LOOPBACK });

		expect(outcome.answer).toBe("ab[31m whsec_[hidden]");
	});
});

describe("a failure is told in words that name no address", () => {
	test.each([
		["a closed port", "http://127.0.0.1:9/", "The connection was refused."],
		[
			"an unknown certificate",
			"TLS",
			"TLS failed: the certificate is not valid for this host, or not trusted.",
		],
	])("%s", async (_what, given, problem) => {
		const receiver = await startReceiver(answerWith(204), { tls: true });
		const url = given === "TLS" ? `https://127.0.0.1:${receiver.port}/` : given;

		expect(await sendWebhook(url, message, { own: LOOPBACK })).toMatchObject({ status: null, problem });
		expect(receiver.received).toEqual([]);
	});

	test("a certificate of another host", async () => {
		const receiver = await startReceiver(answerWith(204), { tls: true });
		const { resolve } = names(["127.0.0.1"]);
		const url = `https://other.example.test:${receiver.port}/`;

		const outcome = await sendWebhook(url, message, { own: LOOPBACK, resolve, ca: testCertificate.cert });

		expect(outcome.problem).toContain("TLS failed");
		expect(receiver.received).toEqual([]);
	});

	test.each([
		["TLS spoken to a plain server", "https", "HTTP/1.1 204 No Content\r\n\r\n", /^TLS failed/],
		["no HTTP", "http", "SSH-2.0-OpenSSH_9.9\r\n", "The answer was not HTTP."],
		["hanging up", "http", "", "The connection was closed without an answer."],
		[
			"switching protocols",
			"http",
			"HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n",
			"The connection was closed without an answer.",
		],
	])("%s", async (_what, protocol, text, problem) => {
		const url = await listenRaw((socket) => socket.end(text));

		const outcome = await sendWebhook(url.replace("http", protocol), message, { own: LOOPBACK });

		expect(outcome).toMatchObject({ status: null, problem: expect.stringMatching(problem) });
	});
});
