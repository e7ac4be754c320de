import { expect, test } from "vitest";
import { serveHere } from "#lib/testing/serve-here.ts";
import { type ClientOptions, LatchkeyError, LatchkeyUnreachable, latchkey } from "../../sdk/src/client.ts";

type Scripted = { status: number; headers?: Record<string, string>; body?: object | string } | "hang" | "cut";

/** A server that gives these answers, one for each request, and remembers what it was sent. */
async function scripted(answers: Scripted[], options: Partial<ClientOptions> = {}) {
	const seen: { method: string; url: string; headers: NodeJS.Dict<string | string[]> }[] = [];
	const baseUrl = await serveHere((request, response) => {
		seen.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers });
		const answer = answers[seen.length - 1] ?? { status: 500 };
		if (answer === "hang") return;
		if (answer === "cut") return void request.socket.destroy();
		response.writeHead(answer.status, answer.headers);
		response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body ?? {}));
	});
	return { client: latchkey({ baseUrl, apiKey: "lk_agy_x", ...options }), seen };
}

const busy: Scripted = { status: 429, headers: { "Retry-After": "0" } };
const away: Scripted = { status: 503, headers: { "Retry-After": "0" } };
const good: Scripted = { status: 200, body: { valid: true } };

test("a call that reads is tried again after 429, 503 and a lost connection", async () => {
	for (const failure of [busy, away, "cut"] as const) {
		const { client, seen } = await scripted([failure, failure, good]);

		expect(await client.me()).toEqual({ valid: true });
		expect(seen).toHaveLength(3);
	}
});

test("it gives up after two repetitions, with the last refusal", async () => {
	const { client, seen } = await scripted([busy, busy, busy, good]);

	await expect(client.me()).rejects.toMatchObject({ name: "LatchkeyError", status: 429 });
	expect(seen).toHaveLength(3);
});

test("all attempts to create a key carry one Idempotency-Key, and two keys have two", async () => {
	const { client, seen } = await scripted([away, "cut", good, good]);

	await client.keys.create({ level: "AGENCY", title: "One", scopes: [] });
	await client.keys.create({ level: "AGENCY", title: "Other", scopes: [] });

	const sent = seen.map(({ headers }) => headers["idempotency-key"]);
	expect(sent[0]).toMatch(/^[0-9a-f-]{36}$/);
	expect(new Set(sent.slice(0, 3)).size).toBe(1);
	expect(sent[3]).not.toBe(sent[0]);
});

test("a change is not repeated when nobody knows whether it was done", async () => {
	for (const failure of [away, "cut"] as const) {
		const { client, seen } = await scripted([failure, good]);

		await expect(client.keys.disable("1")).rejects.toThrow();
		expect(seen).toHaveLength(1);
	}
});

test("a change is repeated after 429, which says that nothing was done", async () => {
	const { client, seen } = await scripted([busy, good]);

	await client.keys.revoke("1", { reason: "Leaked" });

	expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(
		Array(2).fill("POST /api/v2/keys/1/revoke"),
	);
});

test("a verification whose answer was lost is repeated only when it costs nothing", async () => {
	const paid = await scripted(["cut", good]);
	const free = await scripted(["cut", good]);

	await expect(paid.client.verify({ key: "lk_loc_x" })).rejects.toBeInstanceOf(LatchkeyUnreachable);
	expect(await free.client.verify({ key: "lk_loc_x", cost: 0 })).toEqual({ valid: true });
	expect([paid.seen.length, free.seen.length]).toEqual([1, 2]);
});

test("whoever is asked to wait for an hour is told so at once", async () => {
	const { client, seen } = await scripted([{ status: 429, headers: { "Retry-After": "3600" } }]);

	await expect(client.me()).rejects.toMatchObject({ retryAfterSeconds: 3_600 });
	expect(seen).toHaveLength(1);
});

test("all attempts together end by the deadline", async () => {
	const { client, seen } = await scripted(["hang", "hang", "hang"], {
		timeoutMs: 150,
		deadlineMs: 200,
		retries: 9,
	});
	const begun = performance.now();

	await expect(client.me()).rejects.toBeInstanceOf(LatchkeyUnreachable);

	expect(seen.length).toBeLessThan(4);
	expect(performance.now() - begun).toBeLessThan(2_000);
});

test("whoever is asked to wait beyond the deadline is told so at once", async () => {
	const { client, seen } = await scripted([{ status: 503, headers: { "Retry-After": "10" } }], {
		deadlineMs: 5_000,
	});

	await expect(client.me()).rejects.toMatchObject({ status: 503, retryAfterSeconds: 10 });
	expect(seen).toHaveLength(1);
});

test("a redirect is not followed: the key goes to nobody else", async () => {
	let strangers = 0;
	const elsewhere = await serveHere((_request, response) => {
		strangers++;
		response.end("{}");
	});
	const { client } = await scripted([{ status: 307, headers: { Location: elsewhere } }]);

	await expect(client.verify({ key: "lk_loc_x" })).rejects.toMatchObject({ status: 307, code: "http_307" });
	expect(strangers).toBe(0);
});

test.each(["", " ", "lk_agy_secret\n", "lk_agy_secret\u00fc"])(
	"an apiKey that cannot be sent, %j, is refused at once, without being told",
	(apiKey) => {
		const make = () => latchkey({ baseUrl: "https://keys.example.com", apiKey });

		expect(make).toThrow(TypeError);
		expect(make).not.toThrow(/secret/);
	},
);

test.each(["", "keys.example.com", "ftp://keys.example.com", "https://me:secret@keys.example.com"])(
	"a baseUrl that is none, %j, is refused at once, without being told",
	(baseUrl) => {
		const make = () => latchkey({ baseUrl, apiKey: "lk_agy_x" });

		expect(make).toThrow(TypeError);
		expect(make).not.toThrow(/secret/);
	},
);

test("a silent server ends in a time-out that says so", async () => {
	const { client } = await scripted(["hang"], { timeoutMs: 50, retries: 0 });

	await expect(client.me()).rejects.toThrow("No answer within 50 ms.");
});

test("an abort ends the call at once, also while it waits to try again", async () => {
	const hanging = await scripted(["hang"]);
	const waiting = await scripted([{ status: 503, headers: { "Retry-After": "10" } }]);
	for (const { client, seen } of [hanging, waiting]) {
		const control = new AbortController();
		const call = client.me({ signal: control.signal });
		while (seen.length === 0) await new Promise(setImmediate);

		control.abort(new Error("enough"));

		await expect(call).rejects.toThrow();
		expect(seen).toHaveLength(1);
	}
});

test("what a proxy answers in its own words is an error all the same", async () => {
	const html = { status: 403, body: "<h1>Forbidden</h1>", headers: { "X-Request-Id": "r-1" } };
	const { client } = await scripted([html, { status: 200, body: "<h1>Welcome</h1>" }], { retries: 0 });

	const refused = await client.me().catch((error: unknown) => error);
	expect(refused).toBeInstanceOf(LatchkeyError);
	expect(refused).toMatchObject({ status: 403, code: "http_403", requestId: "r-1", errors: [] });
	await expect(client.me()).rejects.toThrow("What answered is not Latchkey");
});

test("what is asked for is written into the address, and what is not is left out", async () => {
	const { client, seen } = await scripted([good, good]);

	await client.keys.list({ level: "LOCATION", scope: "contacts.readonly", cursor: undefined, limit: 5 });
	await client.keys.get("a/../b");

	expect(seen.map(({ url }) => url)).toEqual([
		"/api/v2/keys?level=LOCATION&scope=contacts.readonly&limit=5",
		"/api/v2/keys/a%2F..%2Fb",
	]);
});
