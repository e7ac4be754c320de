import { expect, test } from "vitest";
import { makeAgency, makeLocation } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import type { Tx } from "./client.ts";
import { transactAs } from "./transaction.ts";

const world = await testWorld();

test("of two transactions that wait for each other one is done, and the other told to try again", async () => {
	const agency = await makeAgency(world);
	const [one, other] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	const both = Promise.withResolvers<void>();
	let holding = 0;
	const hold = (tx: Tx, { id }: { id: string }) =>
		tx.$queryRaw`select 1 from locations where id = ${id}::uuid for update`;
	const crossing = (first: { id: string }, second: { id: string }) =>
		transactAs(world.database, { agencyId: agency.id }, async (tx) => {
			await hold(tx, first);
			if (++holding === 2) both.resolve();
			await both.promise;
			await hold(tx, second);
		});

	const outcomes = await Promise.allSettled([crossing(one, other), crossing(other, one)]);

	const undone = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
	expect(undone).toMatchObject([{ code: "unavailable", detail: expect.stringContaining("try again") }]);
});
