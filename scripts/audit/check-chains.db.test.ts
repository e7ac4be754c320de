import { expect, test } from "vitest";
import { createAgency } from "#lib/services/agencies/create.ts";
import { makePerson, NOW } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { checkChains } from "./check-chains.ts";

const world = await testWorld();

// An agency's log begins with its making, so that none is empty by itself. Without an anchor nothing else shows it.
test("an agency whose whole log was taken away fails", async () => {
	const owner = await makePerson(world);
	const { agencyId } = await createAgency(world.database, { name: "One", slug: "one", owner }, NOW);
	const lines: string[] = [];
	const check = () => checkChains(world.appUrl, [], (line) => lines.push(line));
	expect(await check()).toEqual({ passed: 1, failed: 0 });

	await world.owner.query("alter table audit_events disable trigger user");
	await world.owner.query("delete from audit_events where agency_id = $1", [agencyId]);
	await world.owner.query("delete from audit_heads where agency_id = $1", [agencyId]);

	expect(await check()).toEqual({ passed: 0, failed: 1 });
	expect(lines.at(-1)).toContain("there is no event");
});
