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
	storedKey,
} from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { countKeys } from "../keys/count.ts";
import { listKeys } from "../keys/list.ts";
import { revokeKey } from "../keys/revoke.ts";
import { addToLocation } from "../people/add-to-location.ts";
import { listPlaces } from "../people/list-places.ts";
import { deleteLocation } from "./delete.ts";
import { listLocations } from "./list.ts";

const world = await testWorld();

const isDeleted = async (id: string) =>
	(await world.owner.query("select deleted_at is not null as deleted from locations where id = $1", [id]))
		.rows[0];

fourCases<{ locationId: string; typedName: string }>({
	world,
	places: ["location"],
	permission: () => "location.write",
	knows: () => "location.view",
	action: "location.delete",
	arrange: async ({ location }) => ({ locationId: location.id, typedName: location.name }),
	act: deleteLocation,
	absent: (target) => ({ ...target, locationId: newId() }),
	remove: (_scene, { locationId }) =>
		world.owner.query("update locations set deleted_at = now() where id = $1", [locationId]),
	observe: (_scene, { locationId }) => isDeleted(locationId),
	done: { deleted: true },
});

async function scene() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency, { name: "Old Harbour" });
	return { agency, location, ctx: contextFor(world, agency, { role: "OWNER" }) };
}

test("without a fresh proof of who it is, nothing is deleted", async () => {
	const { agency, location } = await scene();
	const ctx = contextFor(world, agency, { role: "OWNER", steppedUp: false });

	const refusal = await refusalOf(deleteLocation(ctx, { locationId: location.id, typedName: location.name }));

	expect(refusal.code).toBe("step_up_required");
	expect(await isDeleted(location.id)).toEqual({ deleted: false });
	expect(await auditTrail(world, agency)).toEqual([]);
});

test("another name than the location's is refused at the field; case and spaces do not matter", async () => {
	const { location, ctx } = await scene();

	const refusal = await refusalOf(deleteLocation(ctx, { locationId: location.id, typedName: "Harbour" }));
	const done = await deleteLocation(ctx, { locationId: location.id, typedName: " old  harbour " });

	expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "typedName" }] });
	expect(done.name).toBe("Old Harbour");
});

test("its keys are unknown in every process, are listed nowhere, and their rows stay as they were", async () => {
	const { agency, location, ctx } = await scene();
	const [key, agencyKey] = [await makeKey(world, agency, { location }), await makeKey(world, agency)];
	const [here, other] = [await runningEngine(world.appUrl), await runningEngine(world.appUrl)];
	const codes = async () => [
		await codeOf(other, key),
		await codeOf(other, agencyKey, { locationId: location.id }),
		await codeOf(other, agencyKey),
	];
	expect(await codes()).toEqual(["VALID", "VALID", "VALID"]);
	const before = await storedKey(world, key.id);

	const { propagation } = await deleteLocation(
		{ ...ctx, database: here.database },
		{ locationId: location.id, typedName: location.name },
	);

	expect(propagation).toEqual({ propagated: true });
	expect(await codes()).toEqual(["NOT_FOUND", "FORBIDDEN", "VALID"]);
	expect(await storedKey(world, key.id)).toEqual(before);
	const list = { level: "LOCATION", sort: "title", direction: "asc", page: 1, pageSize: 10 } as const;
	expect(await listKeys(ctx, list)).toEqual({ rows: [], total: 0 });
	expect(await countKeys(ctx)).toEqual({ agency: 1, location: 0 });
	expect(await refusalOf(revokeKey(ctx, { keyId: key.id, reason: "Gone" }))).toMatchObject({
		code: "not_found",
	});
});

test("its people lose it, it leaves the list, and open invitations to it are withdrawn", async () => {
	const { agency, location, ctx } = await scene();
	const other = await makeLocation(world, agency);
	const person = await makePerson(world);
	await addToLocation(ctx, { personId: person.id, locationId: location.id, role: "MANAGER" });
	const invitations = [await invite(agency, location), await invite(agency, other)];

	await deleteLocation(ctx, { locationId: location.id, typedName: location.name });

	const [place] = await listPlaces(world.database, person.id);
	expect(place?.locations).toEqual([]);
	expect(place?.grants.locationRoles.size).toBe(0);
	const query = { search: "", sort: "name", direction: "asc", page: 1, pageSize: 10 } as const;
	expect((await listLocations(ctx, query)).rows.map(({ id }) => id)).toEqual([other.id]);
	const { rows } = await world.owner.query(
		"select id, withdrawn_at is not null as withdrawn from invitations where agency_id = $1 order by id",
		[agency.id],
	);
	expect(rows).toEqual([
		{ id: invitations[0], withdrawn: true },
		{ id: invitations[1], withdrawn: false },
	]);
});

async function invite(agency: { id: string }, location: { id: string }) {
	const id = newId();
	await world.owner.query(
		`insert into invitations (agency_id, id, email, location_id, location_role, token_digest, invited_by_id,
			invited_by_name, created_at, sent_at, expires_at)
			values ($1, $2, $3, $4, 'VIEWER', $5, $6, 'Somebody', $7, $7, $8)`,
		[agency.id, id, `${id}@example.test`, location.id, randomBytes(32), newId(), NOW, daysFrom(NOW, 7)],
	);
	return id;
}
