import { notFound } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { lockAgencyRoles, lockLocationRoles } from "#lib/data/members.ts";

/** All that a person is in the agency, locked: their role in it, if they have one, and those at its locations. */
export async function lockAgencyMembership(tx: Tx, ctx: Context, personId: string) {
	const role = (await lockAgencyRoles(tx, ctx.agencyId, [personId])).get(personId) ?? null;
	const locations = await lockLocationRoles(tx, ctx.agencyId, personId);
	if (role === null && locations.length === 0) throw notFound();
	return { role, locations };
}
