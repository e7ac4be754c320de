import { notFound } from "#lib/core/errors.ts";
import type { LocationRole } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { lockRolesAtLocation, updateLocationRole } from "#lib/data/members.ts";
import { getPersonName } from "#lib/data/people.ts";
import { endSessionsOf } from "#lib/data/sessions.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permitPeople, permitRole } from "../permit-people.ts";

type NewRole = { personId: string; locationId: string; role: LocationRole };

/** Gives one of a location's people another role there. They sign in again, with the new one. */
export async function changeLocationRole(ctx: Context, { personId, locationId, role }: NewRole) {
	permitPeople(ctx, locationId, "write");
	return inTransaction(ctx, async (tx) => {
		const before = (await lockRolesAtLocation(tx, ctx.agencyId, locationId, [personId])).get(personId);
		if (!before) throw notFound();
		permitRole(ctx, locationId, before);
		permitRole(ctx, locationId, role);
		const name = await getPersonName(tx, personId);
		if (before === role) return { name };

		await updateLocationRole(tx, { agencyId: ctx.agencyId, locationId, userId: personId }, role);
		await endSessionsOf(tx, personId, ctx.now);
		await recordAudit(tx, ctx, {
			action: "location_member.change_role",
			subject: { kind: "person", id: personId },
			locationId,
			before: { role: before },
			after: { role },
		});
		return { name };
	});
}
