import { afterEach, expect, test, vi } from "vitest";
import { type Presented, signText } from "#lib/core/signed-request.ts";
import { testEngine } from "#lib/testing/engine.ts";
import { makeAgency } from "#lib/testing/factories.ts";
import { openRelay } from "#lib/testing/relay.ts";
import { makeSharedSecret } from "#lib/testing/shared-secrets.ts";
import { timestampAt } from "#lib/testing/signed-request.ts";
import { anotherDatabase, testWorld } from "#lib/testing/world.ts";
import { UNAVAILABLE } from "./unavailable.ts";

const world = await testWorld();
const TEXT = "what is signed";
const FLOOD = 100;
/** What a call may take that is given up on after 250 ms, on a machine that is busy. */
const PATIENCE_MS = 900;

const signedWith = (text: string): Presented => ({
	timestamp: timestampAt(Date.now()),
	signature: signText(text, TEXT),
});

const check = ({ signatures }: ReturnType<typeof testEngine>, agency: { id: string }, text: string) =>
	signatures.check(agency.id, TEXT, signedWith(text), Date.now());

/** An engine that has a connection for signatures, since opening the first may take longer than anybody waits. */
async function warmEngine(url = world.appUrl) {
	const engine = testEngine(anotherDatabase(url));
	await engine.database.quotaPool.query("select 1");
	return engine;
}

afterEach(() => vi.restoreAllMocks());

test("signatures that fit nothing come at the price of a few reads, however many there are", async () => {
	const agency = await makeAgency(world);
	const { text } = await makeSharedSecret(world, agency);
	const engine = await warmEngine();
	expect(await check(engine, agency, text)).toBe("GOOD");
	const query = vi.spyOn(engine.database.quotaPool, "query");

	const verdicts = await Promise.all(
		Array.from({ length: FLOOD }, (_, turn) => check(engine, agency, `whsec_${turn}`)),
	);

	expect(new Set(verdicts)).toEqual(new Set(["UNFIT"]));
	expect(query.mock.calls.length).toBeLessThanOrEqual(2);
});

test("a version that is added while a read is under way counts for whoever comes after", async () => {
	const agency = await makeAgency(world);
	const { id } = await makeSharedSecret(world, agency);
	const engine = await warmEngine();
	const others = Array.from({ length: 3 }, () => check(engine, agency, "whsec_no"));

	await world.owner.query("update shared_secrets set ends_at = now() where id = $1", [id]);
	const next = await makeSharedSecret(world, agency, { version: 2 });

	expect(await check(engine, agency, next.text)).toBe("GOOD");
	expect(new Set(await Promise.all(others))).toEqual(new Set(["UNFIT"]));
});

test("a database that stopped answering keeps no signature waiting, and the next one is read again", async () => {
	const agency = await makeAgency(world);
	const { text } = await makeSharedSecret(world, agency);
	const relay = await openRelay(world.appUrl);
	const engine = await warmEngine(relay.url);
	relay.hush();
	const start = performance.now();

	expect(await check(engine, agency, text)).toBe(UNAVAILABLE);

	expect(performance.now() - start).toBeLessThan(PATIENCE_MS);
	relay.cut();
	await relay.mend();
	await vi.waitFor(async () => expect(await check(engine, agency, text)).toBe("GOOD"), { timeout: 4_000 });
});
