import { expect, test } from "vitest";
import { JOBS } from "#lib/core/jobs.ts";
import { testEngine, verifyCall } from "#lib/testing/engine.ts";
import { makeAgency, makeKey } from "#lib/testing/factories.ts";
import { testWorld, unreachableDatabase } from "#lib/testing/world.ts";
import { NewAddresses } from "./new-addresses.ts";
import { verifyKey } from "./verify-key.ts";

const world = await testWorld();

async function wordsLeft() {
	const { rows } = await world.owner.query<{ payload: unknown }>(
		`select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
			where t.identifier = 'tell-new-addresses'`,
	);
	return rows.map(({ payload }) => JOBS["tell-new-addresses"].parse(payload));
}

test("a key's second address, and not its first, is left for a job once the meters are written", async () => {
	const engine = testEngine(world.database);
	const key = await makeKey(world, await makeAgency(world));
	const noteFrom = async (address: string) => {
		await verifyKey(engine, verifyCall(key.secret, { address }));
		await engine.usage.flush();
	};

	await noteFrom("203.0.113.1");
	await noteFrom("203.0.113.2");
	await noteFrom("203.0.113.2");
	await engine.stop();

	const { id: keyId, agencyId } = key;
	const eventId = expect.any(String);
	expect(await wordsLeft()).toEqual([{ keys: [{ eventId, agencyId, keyId, addresses: ["203.0.113.2"] }] }]);
});

test("a word that cannot be left is complained of, and stops nothing", async () => {
	const errors: unknown[] = [];
	const word = new NewAddresses({ database: unreachableDatabase(), onError: (error) => errors.push(error) });

	word.tell([{ agency_id: "a", key_id: "k", address: "203.0.113.1" }]);
	await word.told();

	expect(errors).toHaveLength(1);
});
