import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keyRing } from "#lib/config/secrets.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { generateSecret } from "#lib/core/keys/format.ts";
import { ARRIVAL, bodyOf, openEntrances, testSurroundings } from "#lib/testing/entrances.ts";
import { auditTrail, makeAgency, makeKey, storedKey } from "#lib/testing/factories.ts";
import { testWorld, unreachableDatabase } from "#lib/testing/world.ts";

const world = await testWorld();
const { entrances, reported } = await openEntrances(testSurroundings(world.database));
const down = await openEntrances(testSurroundings(unreachableDatabase()));

const agency = await makeAgency(world);

const report = (body: unknown, headers: Record<string, string> = {}) => ({
	method: "POST",
	path: "/api/v2/keys/report-leak",
	headers: { "Content-Type": "application/json", ...headers },
	body: JSON.stringify(body),
});

const digestsOf = (text: string) =>
	keyRing("key-pepper").map((pepper) => digestKey(text, pepper).toString("base64url"));

async function waitingJobs() {
	const { rows } = await world.owner.query<{ payload: Record<string, unknown> }>(
		`select j.payload from graphile_worker._private_jobs j
			join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'revoke-leaked' order by j.id`,
	);
	return rows.map(({ payload }) => payload);
}

beforeEach(async () => void (await world.owner.query("delete from graphile_worker._private_jobs")));
afterEach(() => expect(reported.splice(0)).toEqual([]));

describe.each(entrances)("through $name a report of leaked keys", ({ send }) => {
	test("of a living key, a deleted one, one of nobody and of junk gets the same answer and one job each", async () => {
		const texts = [
			(await makeKey(world, agency)).secret,
			(await makeKey(world, agency, { deletedAt: new Date() })).secret,
			generateSecret("AGENCY").plaintext,
			"x".repeat(45),
		];

		const replies = [];
		for (const text of texts) replies.push(await send(report({ keys: [text] })));

		for (const reply of replies) expect(reply).toEqual(replies[0]);
		expect(replies[0]).toMatchObject({ status: 202, body: '{"received":1}' });
		const jobs = await waitingJobs();
		expect(jobs.map(({ digests }) => digests)).toEqual([...texts.slice(0, 3).map(digestsOf), []]);
		expect(texts.filter((text) => JSON.stringify(jobs).includes(text))).toEqual([]);
	});

	test("is answered before anybody has looked the keys up", async () => {
		const key = await makeKey(world, agency);
		await world.owner.query("revoke execute on function latchkey_read_secrets(bytea[]) from latchkey_app");
		await world.owner.query("revoke select on api_keys, key_secrets from latchkey_app");
		try {
			expect((await send(report({ keys: [key.secret] }))).status).toBe(202);
		} finally {
			await world.owner.query("grant execute on function latchkey_read_secrets(bytea[]) to latchkey_app");
			await world.owner.query("grant select on api_keys, key_secrets to latchkey_app");
		}
		expect(await storedKey(world, key.id)).toMatchObject({ revoked_at: null });
		expect(await auditTrail(world, agency)).toEqual([]);
	});

	test("may hold a thousand texts, each counted as it was sent", async () => {
		const keys = Array.from({ length: 500 }, () => generateSecret("LOCATION").plaintext).flatMap((text) => [
			text,
			text,
		]);

		expect(bodyOf(await send(report({ keys })))).toEqual({ received: 1_000 });

		expect((await waitingJobs())[0]?.digests).toHaveLength(500 * keyRing("key-pepper").length);
	});

	test("takes along where it was found, without the keys that stand there", async () => {
		const { plaintext } = generateSecret("AGENCY");

		await send(
			report({
				keys: ["?"],
				note: `In a README: ${plaintext}`,
				url: `https://git.example.test/?q=${plaintext}`,
			}),
		);

		expect(await waitingJobs()).toEqual([
			{
				digests: [],
				note: "In a README: lk_agy_[hidden]",
				url: "https://git.example.test/?q=lk_agy_[hidden]",
			},
		]);
	});

	test.each([
		["keys", {}],
		["keys", { keys: [] }],
		["keys", { keys: "lk_agy_" }],
		["keys", { keys: Array(1_001).fill("x") }],
		["keys.1", { keys: ["x", 1] }],
		["keys.0", { keys: ["x".repeat(513)] }],
		["note", { keys: ["x"], note: "x".repeat(501) }],
		["note", { keys: ["x"], note: "a\0b" }],
		["url", { keys: ["x"], url: "javascript:alert(1)" }],
		["url", { keys: ["x"], url: `https://example.test/${"x".repeat(2_000)}` }],
		["agencyId", { keys: ["x"], agencyId: agency.id }],
	])("is refused when %s is wrong, and the answer names it", async (field, body) => {
		const reply = await send(report(body));

		expect(bodyOf(reply)).toMatchObject({ status: 422, code: "invalid_input", errors: [{ field }] });
		expect(await waitingJobs()).toEqual([]);
	});

	test("may come from any page of the web, with any credential or none", async () => {
		const headers = { Origin: "https://elsewhere.example.test", Authorization: "Bearer nothing" };

		expect((await send(report({ keys: ["x"] }, headers))).status).toBe(202);
	});
});

test("a report that cannot be kept is refused, not lost", async () => {
	for (const { send } of down.entrances) {
		expect(bodyOf(await send(report({ keys: ["x"] })))).toMatchObject({ status: 503, code: "unavailable" });
	}
});

test("too many reports from one network wait, whatever is in them", async () => {
	const [entrance] = entrances;
	let reply = await entrance?.send(report({ keys: ["x"] }));
	for (let sent = 0; sent < 300 && reply?.status === 202; sent++) {
		reply = await entrance?.send(report({ keys: ["x"] }));
	}

	expect(ARRIVAL.address).toBeTruthy();
	expect(reply && bodyOf(reply)).toMatchObject({ status: 429, code: "rate_limited" });
	expect(Number(reply?.headers["retry-after"])).toBeGreaterThan(0);
});
