import { afterEach, describe, expect, test } from "vitest";
import { requireSignedRequests } from "#lib/services/shared-secret/require-signed-requests.ts";
import { runningEngine, testEngine } from "#lib/testing/engine.ts";
import { bodyOf, openEntrances, type Reply, type Sent, testSurroundings } from "#lib/testing/entrances.ts";
import { contextFor, type KeyOptions, makeAgency, makeKey } from "#lib/testing/factories.ts";
import { makeSharedSecret } from "#lib/testing/shared-secrets.ts";
import { signed, timestampAt } from "#lib/testing/signed-request.ts";
import { anotherDatabase, testWorld, unreachableDatabase } from "#lib/testing/world.ts";

const world = await testWorld();
const surroundings = testSurroundings(world.database);
const { entrances, reported } = await openEntrances(surroundings);
const another = anotherDatabase(world.appUrl);
const elsewhere = await openEntrances({ ...surroundings, engine: testEngine(another) });
// A signature is given up on after 250 ms, which a busy machine may need to open the first connection.
await Promise.all([world.database, another].map(({ quotaPool }) => quotaPool.query("select 1")));

afterEach(() => expect([...reported, ...elsewhere.reported]).toEqual([]));

const HOUR_MS = 3_600_000;
const bearer = (key: { secret: string }) => ({ Authorization: `Bearer ${key.secret}` });

/** An agency with a secret and a key; its requests must be signed unless it is said otherwise. */
async function arrange({ required = true, key: options = {} as KeyOptions } = {}) {
	const agency = await makeAgency(world);
	const secret = await makeSharedSecret(world, agency);
	const key = await makeKey(world, agency, { scopes: ["keys.verify"], ...options });
	if (required) {
		await requireSignedRequests(contextFor(world, agency, { role: "OWNER" }), { required: true });
	}
	const me: Sent = { path: "/api/v2/keys/me", headers: bearer(key) };
	return { agency, secret, key, me };
}

const verify = (key: { secret: string }, path = "/api/v2/keys/verify"): Sent => ({
	method: "POST",
	path,
	headers: { ...bearer(key), "Content-Type": "application/json" },
	body: JSON.stringify({ key: key.secret, cost: 1 }),
});

const introspect = (key: { secret: string }): Sent => ({
	method: "POST",
	path: "/api/v2/introspect",
	headers: { ...bearer(key), "Content-Type": "application/x-www-form-urlencoded" },
	body: `token=${key.secret}`,
});

function expectRefused(reply: Reply, words: RegExp) {
	expect(bodyOf(reply)).toMatchObject({
		status: 401,
		code: "signature_refused",
		detail: expect.stringMatching(words),
	});
	expect(reply.headers["www-authenticate"]).toMatch(/^Bearer realm="latchkey"/);
	expect(reply.headers["cache-control"]).toBe("no-store");
}

describe.each(entrances)("through $name", ({ send }) => {
	test("a signed request is answered at every address where the key is the caller's own", async () => {
		const { secret, key, me } = await arrange();
		const requests = [
			me,
			{ ...me, path: "/api/v1/me" },
			{ ...me, path: "/api/v2/keys/me/?a=%20b&c" },
			{ ...me, method: "HEAD" },
			verify(key),
			verify(key, "/api/v2/keys/verify//?x=1"),
			introspect(key),
		];

		for (const request of requests) {
			expect((await send(signed(request, secret))).status, request.path).toBe(200);
		}
	});

	test("without a signature an agency that requires one refuses, and one that does not answers", async () => {
		const strict = await arrange();
		const easy = await arrange({ required: false });

		for (const request of [strict.me, verify(strict.key), introspect(strict.key)]) {
			expectRefused(await send(request), /signed requests alone/);
		}
		for (const request of [easy.me, verify(easy.key), introspect(easy.key)]) {
			expect((await send(request)).status).toBe(200);
		}
	});

	test("forward-auth takes the key alone: the body that would be signed is somebody else's", async () => {
		const { key } = await arrange();

		expect((await send({ path: "/api/v2/forward-auth", headers: bearer(key) })).status).toBe(200);
	});

	test.each([true, false])("a signature that is sent is checked (required: %s)", async (required) => {
		const { secret, me, key } = await arrange({ required });
		const good = signed(verify(key), secret);
		const withHeaders = (sent: Sent, headers: Record<string, string>): Sent => ({
			...sent,
			headers: { ...sent.headers, ...headers },
		});

		expectRefused(await send({ ...good, body: `${good.body} ` }), /does not fit/);
		expectRefused(await send({ ...good, path: `${good.path}?a` }), /does not fit/);
		expectRefused(await send({ ...signed(me, secret), path: "/api/v1/me" }), /does not fit/);
		expect((await send({ ...signed(me, secret), method: "HEAD" })).status).toBe(401);
		expectRefused(await send(signed(me, { text: `${secret.text} ` })), /does not fit/);
		expectRefused(
			await send(withHeaders(good, { "X-Latchkey-Timestamp": timestampAt(Date.now() - 9_000) })),
			/does not fit/,
		);
		expectRefused(await send(withHeaders(good, { "X-Latchkey-Signature": "v1=0" })), /malformed/);
		expectRefused(
			await send(withHeaders(me, { "X-Latchkey-Timestamp": timestampAt(Date.now()) })),
			/malformed/,
		);
		const { "X-Latchkey-Timestamp": _, ...untimed } = good.headers ?? {};
		expectRefused(await send({ ...good, headers: untimed }), /malformed/);
		expect((await send(good)).status).toBe(200);
	});

	test.each([-301, 301, -86_400])("a clock that is %i seconds off is told so", async (seconds) => {
		const { secret, me } = await arrange();
		const timestamp = timestampAt(Date.now() + seconds * 1_000);

		expectRefused(await send(signed(me, secret, timestamp)), /five minutes/);
	});

	test("a key that is not good keeps its own answer, signed or not", async () => {
		const { secret, me } = await arrange({ key: { disabled: true } });

		for (const request of [me, signed(me, secret)]) {
			expect(bodyOf(await send(request))).toMatchObject({ status: 401, code: "DISABLED" });
		}
	});

	test("both versions of an overlap count, an ended one and a neighbour's do not", async () => {
		const { agency, key, me } = await arrange({ required: false });
		await world.owner.query("delete from shared_secrets where agency_id = $1", [agency.id]);
		const ended = await makeSharedSecret(world, agency, { endsAt: new Date(Date.now() - 1) });
		const overlap = await makeSharedSecret(world, agency, {
			version: 2,
			endsAt: new Date(Date.now() + HOUR_MS),
		});
		const current = await makeSharedSecret(world, agency, { version: 3 });
		const neighbour = await arrange();

		expect((await send(signed(me, current))).status).toBe(200);
		expect((await send(signed(verify(key), overlap))).status).toBe(200);
		expectRefused(await send(signed(me, ended)), /does not fit/);
		expectRefused(await send(signed(me, neighbour.secret)), /does not fit/);
	});

	test("a version that is ended or added while others are in memory counts from that moment", async () => {
		const { agency, secret, key, me } = await arrange();
		expect((await send(signed(me, secret))).status).toBe(200);

		await world.owner.query("update shared_secrets set ends_at = now() where id = $1", [secret.id]);
		const next = await makeSharedSecret(world, agency, { version: 2 });

		expectRefused(await send(signed(verify(key), secret)), /does not fit/);
		expect((await send(signed(verify(key), next))).status).toBe(200);
	});

	test("a refused signature takes no credits of the key that was asked about", async () => {
		const { agency, secret, key } = await arrange();
		const asked = await makeKey(world, agency, { credits: 5 });
		const request = { ...verify(key), body: JSON.stringify({ key: asked.secret, cost: 1 }) };

		expectRefused(await send(request), /signed requests alone/);
		const reply = await send(signed(request, secret));

		expect(bodyOf(reply)).toMatchObject({ valid: true, credits: { remaining: 4 } });
	});

	test("a version that cannot be read leaves the others and other agencies alone, and is no 500", async () => {
		const { agency, key, secret, me } = await arrange();
		await world.owner.query("update shared_secrets set ends_at = now() + interval '1 hour' where id = $1", [
			secret.id,
		]);
		const damaged = await makeSharedSecret(world, agency, { version: 2 });
		await world.owner.query("update shared_secrets set sealed = sealed || '\\x00' where id = $1", [
			damaged.id,
		]);
		const neighbour = await arrange();

		expect((await send(signed(me, secret))).status).toBe(200);
		expect(bodyOf(await send(signed(verify(key), damaged)))).toMatchObject({
			status: 503,
			code: "unavailable",
		});
		expect((await send(signed(neighbour.me, neighbour.secret))).status).toBe(200);
		surroundings.engine.errors.splice(0);
	});
});

test("a request that is sent twice is refused the second time, whichever process and entrance it reaches", async () => {
	const { secret, me } = await arrange();
	const request = signed(me, secret);
	const everywhere = [...entrances, ...elsewhere.entrances];

	const replies = await Promise.all(everywhere.map(({ send }) => send(request)));

	expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401]);
	for (const reply of replies) if (reply.status === 401) expectRefused(reply, /used before/);
	for (const { send } of everywhere) expectRefused(await send(request), /used before/);
});

test("a version that is put in another agency's row opens nowhere, also while its own row is in memory", async () => {
	const [own, other] = [await arrange(), await arrange()];
	for (const { name, send } of entrances) {
		const path = `/api/v2/keys/me?${encodeURIComponent(name)}`;
		expect((await send(signed({ ...own.me, path }, own.secret))).status).toBe(200);
	}

	await world.owner.query("delete from shared_secrets where agency_id = $1", [other.agency.id]);
	await world.owner.query(
		`insert into shared_secrets (agency_id, id, version, sealed, kek_id, created_at, created_by_name)
			select $1, id, version, sealed, kek_id, created_at, created_by_name from shared_secrets where agency_id = $2`,
		[other.agency.id, own.agency.id],
	);

	for (const { send } of entrances) {
		expect(bodyOf(await send(signed(verify(other.key), own.secret)))).toMatchObject({ status: 503 });
	}
	surroundings.engine.errors.splice(0);
});

test("both entrances refuse with the same bytes", async () => {
	const { secret, me, key } = await arrange();
	const other = { text: `${secret.text}x` };

	for (const request of [me, verify(key), signed(me, other), signed(verify(key), other)]) {
		const [web, node] = await Promise.all(entrances.map(({ send }) => send(request)));
		expect(node).toEqual(web);
	}
});

test("switching the requirement on and off reaches a process that answers from memory", async () => {
	const engine = await runningEngine(world.appUrl, { graceMs: 30_000 });
	const live = await openEntrances({ ...surroundings, engine });
	const { agency, me } = await arrange({ required: false });
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const statuses = async () => Promise.all(live.entrances.map(async ({ send }) => (await send(me)).status));
	expect(await statuses()).toEqual([200, 200]);

	for (const [required, status] of [
		[true, 401],
		[false, 200],
		[true, 401],
	] as const) {
		await requireSignedRequests(ctx, { required });
		await expect.poll(statuses, { interval: 5 }).toEqual([status, status]);
	}
});

test("while the database is away a key that is known is told 503 when it signs, and is not let in without", async () => {
	const { secret, me } = await arrange();
	const { signatures } = testEngine(unreachableDatabase());
	const gone = await openEntrances({ ...surroundings, engine: { ...surroundings.engine, signatures } });

	for (const { send } of gone.entrances) {
		expectRefused(await send(me), /signed requests alone/);
		const reply = await send(signed(me, secret));
		expect(bodyOf(reply)).toMatchObject({ status: 503, code: "unavailable" });
		expect(reply.headers["retry-after"]).toBe("1");
	}
});

// People ask why a key's request was refused: a signature is an answer like any other.
test("a refused signature is kept with its reason, and counts as refused instead of good", async () => {
	const [web] = entrances;
	const { secret, key, me } = await arrange();
	const headers = signed(me, secret).headers ?? {};
	const requests: [Sent, string][] = [
		[me, "signature_missing"],
		[{ ...me, headers: { ...headers, "X-Latchkey-Signature": "v1=x" } }, "signature_malformed"],
		[signed(me, secret, timestampAt(Date.now() - HOUR_MS)), "signature_untimely"],
		[{ ...signed(me, secret), path: "/api/v1/me" }, "signature_unfit"],
	];

	for (const [request, rule] of requests) {
		await world.owner.query("delete from key_refusals where key_id = $1", [key.id]);
		await web?.send(request);
		await surroundings.engine.usage.flush();

		const { rows } = await world.owner.query(
			"select request_id, verdict::text, rule, address from key_refusals where key_id = $1",
			[key.id],
		);
		expect(rows).toEqual([{ request_id: "the-request", verdict: "FORBIDDEN", rule, address: "203.0.113.7" }]);
	}
	const counted = await world.owner.query(
		"select verdict::text, sum(uses)::int as uses from key_usage_hours where key_id = $1 group by 1",
		[key.id],
	);
	expect(counted.rows).toEqual([{ verdict: "FORBIDDEN", uses: requests.length }]);
});
