import { notFound } from "#lib/core/errors.ts";
import type { MemberRoles } from "#lib/core/people/member-roles.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { countLocations } from "#lib/data/locations.ts";
import {
	deleteAgencyMember,
	insertAgencyMember,
	insertLocationMember,
	updateAgencyRole,
	updateLocationRole,
} from "#lib/data/members.ts";
import { endSessionsOf } from "#lib/data/sessions.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permitPeople, permitRole } from "../permit-people.ts";
import { lockAgencyMembership } from "./lock-agency-membership.ts";
import { removeFromLocation } from "./remove-from-location.ts";

type Wanted = MemberRoles & { personId: string };

/**
 * Makes somebody be just this in the agency, and nothing else: at least one role. What they lose at locations ends as it does when
 * they are removed there, one place after the other. They sign in again.
 */
export async function setRoles(ctx: Context, { personId, ...wanted }: Wanted) {
	permitPeople(ctx, null, "write");
	const before = await inTransaction(ctx, async (tx) => {
		const present = await lockAgencyMembership(tx, ctx, personId);
		if (present.role) permitRole(ctx, null, present.role);
		if (wanted.agencyRole) permitRole(ctx, null, wanted.agencyRole);
		const ids = wanted.locations.map(({ locationId }) => locationId);
		if ((await countLocations(tx, ctx.agencyId, ids)) < ids.length) throw notFound();
		const changed = wanted.locations.filter(
			({ locationId, role }) => present.locations.find((one) => one.locationId === locationId)?.role !== role,
		);
		for (const { locationId, role } of changed) permitRole(ctx, locationId, role);
		if (changed.length === 0 && present.role === wanted.agencyRole) return present;

		await setAgencyRole(tx, ctx, personId, present.role, wanted.agencyRole);
		for (const { locationId, role } of changed) {
			const member = { agencyId: ctx.agencyId, locationId, userId: personId };
			const isThere = present.locations.some((one) => one.locationId === locationId);
			if (isThere) await updateLocationRole(tx, member, role);
			else await insertLocationMember(tx, { ...member, role }, ctx.now);
		}
		await endSessionsOf(tx, personId, ctx.now);
		await recordAudit(tx, ctx, {
			action: "agency_member.change_role",
			subject: { kind: "person", id: personId },
			before: present,
			after: wanted,
		});
		return present;
	});
	const kept = new Set(wanted.locations.map(({ locationId }) => locationId));
	for (const { locationId } of before.locations) {
		if (!kept.has(locationId)) await removeFromLocation(ctx, { personId, locationId });
	}
}

async function setAgencyRole(
	tx: Tx,
	{ agencyId, now }: Context,
	userId: string,
	before: MemberRoles["agencyRole"],
	role: MemberRoles["agencyRole"],
) {
	if (before === role) return;
	if (role === null) await deleteAgencyMember(tx, agencyId, userId);
	else if (before === null) await insertAgencyMember(tx, { agencyId, userId, role }, now);
	else await updateAgencyRole(tx, agencyId, userId, role);
}
