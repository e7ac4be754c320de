import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { codeOf, runningEngine } from "#lib/testing/engine.ts";
import {
	auditTrail,
	contextFor,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	makePerson,
	NOW,
} from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { addToAgency } from "../people/add-to-agency.ts";
import { addToLocation } from "../people/add-to-location.ts";
import { listPlaces } from "../people/list-places.ts";
import { deleteAgency } from "./delete.ts";

const world = await testWorld();

const isDeleted = async ({ id }: { id: string }) =>
	(await world.owner.query("select deleted_at is not null as deleted from agencies where id = $1", [id]))
		.rows[0];

fourCases<{ typedName: string }>({
	world,
	places: ["agency"],
	permission: () => "agency.delete",
	knows: () => null,
	action: "agency.delete",
	arrange: async ({ agency }) => ({ typedName: agency.name }),
	act: deleteAgency,
	observe: ({ agency }) => isDeleted(agency),
	done: { deleted: true },
});

test("without a fresh proof of who it is, or under another name, nothing is deleted", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const unproved = await refusalOf(deleteAgency({ ...ctx, steppedUp: false }, { typedName: agency.name }));
	const misnamed = await refusalOf(deleteAgency(ctx, { typedName: "Another" }));

	expect(unproved.code).toBe("step_up_required");
	expect(misnamed).toMatchObject({ code: "invalid_input", fields: [{ field: "typedName" }] });
	expect(await isDeleted(agency)).toEqual({ deleted: false });
	expect(await auditTrail(world, agency)).toEqual([]);
});

test("its keys are unknown in every process, those of its locations too, and no neighbour's", async () => {
	const [agency, neighbour] = [await makeAgency(world), await makeAgency(world)];
	const keys = [
		await makeKey(world, agency),
		await makeKey(world, agency, { location: await makeLocation(world, agency) }),
		await makeKey(world, neighbour),
	];
	const [here, other] = [await runningEngine(world.appUrl), await runningEngine(world.appUrl)];
	const codes = () => Promise.all(keys.map((key) => codeOf(other, key)));
	expect(await codes()).toEqual(["VALID", "VALID", "VALID"]);
	const ctx = { ...contextFor(world, agency, { role: "OWNER" }), database: here.database };

	const { propagation } = await deleteAgency(ctx, { typedName: agency.name });

	expect(propagation).toEqual({ propagated: true });
	expect(await codes()).toEqual(["NOT_FOUND", "NOT_FOUND", "VALID"]);
});

test("nobody enters it any more, and open invitations are withdrawn", async () => {
	const [agency, other] = [await makeAgency(world), await makeAgency(world)];
	const location = await makeLocation(world, agency);
	const [owner, manager] = [await makePerson(world), await makePerson(world)];
	const ctx = contextFor(world, agency, { role: "OWNER", person: owner });
	await addToAgency(ctx, { personId: owner.id, role: "OWNER" });
	await addToLocation(ctx, { personId: manager.id, locationId: location.id, role: "MANAGER" });
	await addToAgency(contextFor(world, other, { role: "OWNER" }), { personId: manager.id, role: "MEMBER" });
	await world.owner.query(
		`insert into invitations (agency_id, id, email, agency_role, token_digest, invited_by_id, invited_by_name,
			created_at, sent_at, expires_at) values ($1, $2, 'new@example.test', 'MEMBER', $3, $4, 'Owner', $5, $5, $6)`,
		[agency.id, newId(), randomBytes(32), owner.id, NOW, daysFrom(NOW, 7)],
	);

	await deleteAgency(ctx, { typedName: agency.name });

	expect(await listPlaces(world.database, owner.id)).toEqual([]);
	expect((await listPlaces(world.database, manager.id)).map((place) => place.agency.id)).toEqual([other.id]);
	const { rows } = await world.owner.query("select withdrawn_at from invitations where agency_id = $1", [
		agency.id,
	]);
	expect(rows).toEqual([{ withdrawn_at: NOW }]);
});

test("of two who delete it at once, one does", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const attempts = await Promise.allSettled([
		deleteAgency(ctx, { typedName: agency.name }),
		deleteAgency(ctx, { typedName: agency.name }),
	]);

	expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
	expect(await auditTrail(world, agency)).toHaveLength(1);
});
