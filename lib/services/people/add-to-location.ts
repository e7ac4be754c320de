import { notFound } from "#lib/core/errors.ts";
import { isAllowed, type LocationRole } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { countLocations } from "#lib/data/locations.ts";
import { insertLocationMember } from "#lib/data/members.ts";
import { findPersonById } from "#lib/data/people.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permit } from "../permit.ts";
import { refuseDuplicate } from "../refuse-duplicate.ts";

type NewLocationMember = { personId: string; locationId: string; role: LocationRole };

/** Gives a person a role at a location. A location that the actor cannot see does not exist for them. */
export async function addToLocation(ctx: Context, { personId, locationId, role }: NewLocationMember) {
	if (!isAllowed(ctx.grants, "location.view", locationId)) throw notFound();
	permit(ctx, "location_member.write", locationId);
	const addition = inTransaction(ctx, async (tx) => {
		if ((await countLocations(tx, ctx.agencyId, [locationId])) === 0) throw notFound();
		if (!(await findPersonById(tx, personId))) throw notFound();
		await insertLocationMember(tx, { agencyId: ctx.agencyId, locationId, userId: personId, role }, ctx.now);
		await recordAudit(tx, ctx, {
			action: "location_member.add",
			subject: { kind: "person", id: personId },
			locationId,
			after: { role },
		});
	});
	return refuseDuplicate(addition, { field: "personId", message: "This person has a role here already." });
}
