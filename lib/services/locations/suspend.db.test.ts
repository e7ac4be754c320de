import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { codeOf, runningEngine } from "#lib/testing/engine.ts";
import { contextFor, makeAgency, makeKey, makeLocation } from "#lib/testing/factories.ts";
import { fourCases, refusalOf, type Scene, type WriteVerb } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { resumeLocation } from "./resume.ts";
import { suspendLocation } from "./suspend.ts";

const world = await testWorld();

const setSuspended = (id: string) =>
	world.owner.query("update locations set suspended_at = now() where id = $1", [id]);
const observe = async (_scene: Scene, { locationId }: { locationId: string }) =>
	(
		await world.owner.query("select suspended_at is not null as suspended from locations where id = $1", [
			locationId,
		])
	).rows[0];
const remove = (_scene: Scene, { locationId }: { locationId: string }) =>
	world.owner.query("update locations set deleted_at = now() where id = $1", [locationId]);
const verb: Omit<WriteVerb<{ locationId: string }>, "action" | "arrange" | "act" | "done"> = {
	world,
	places: ["location"],
	permission: () => "location.write",
	knows: () => "location.view",
	absent: () => ({ locationId: newId() }),
	remove,
	observe,
};

describe("suspend", () => {
	fourCases<{ locationId: string }>({
		...verb,
		action: "location.suspend",
		arrange: async ({ location }) => ({ locationId: location.id }),
		act: suspendLocation,
		done: { suspended: true },
	});

	test("is refused for a location that is suspended already", async () => {
		const agency = await makeAgency(world);
		const { id } = await makeLocation(world, agency, { suspended: true });

		const refusal = await refusalOf(
			suspendLocation(contextFor(world, agency, { role: "OWNER" }), { locationId: id }),
		);

		expect(refusal.code).toBe("conflict");
	});
});

describe("resume", () => {
	fourCases<{ locationId: string }>({
		...verb,
		action: "location.resume",
		arrange: async ({ location }) => {
			await setSuspended(location.id);
			return { locationId: location.id };
		},
		act: resumeLocation,
		done: { suspended: false },
	});

	test("is refused for a location that is open", async () => {
		const agency = await makeAgency(world);
		const { id } = await makeLocation(world, agency);

		const refusal = await refusalOf(
			resumeLocation(contextFor(world, agency, { role: "OWNER" }), { locationId: id }),
		);

		expect(refusal.code).toBe("conflict");
	});
});

test("the location's keys answer SUSPENDED in every process, agency keys there too, and are good again afterwards", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const sibling = await makeLocation(world, agency);
	const [own, agencyKey, neighbour] = [
		await makeKey(world, agency, { location }),
		await makeKey(world, agency),
		await makeKey(world, agency, { location: sibling }),
	];
	const [here, other] = [await runningEngine(world.appUrl), await runningEngine(world.appUrl)];
	const ctx = { ...contextFor(world, agency, { role: "OWNER" }), database: here.database };
	const codes = async () => [
		await codeOf(other, own),
		await codeOf(other, agencyKey, { locationId: location.id }),
		await codeOf(other, agencyKey),
		await codeOf(other, neighbour),
	];
	expect(await codes()).toEqual(["VALID", "VALID", "VALID", "VALID"]);

	const suspended = await suspendLocation(ctx, { locationId: location.id });
	const between = await codes();
	const resumed = await resumeLocation(ctx, { locationId: location.id });

	expect(suspended.propagation).toEqual({ propagated: true });
	expect(between).toEqual(["SUSPENDED", "SUSPENDED", "VALID", "VALID"]);
	expect(resumed.propagation).toEqual({ propagated: true });
	expect(await codes()).toEqual(["VALID", "VALID", "VALID", "VALID"]);
});
