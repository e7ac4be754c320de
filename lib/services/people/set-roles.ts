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
import { propagate } from "../propagate.ts";
import { endMembershipsAt } from "./end-membership.ts";
import { lockAgencyMembership } from "./lock-agency-membership.ts";

type Wanted = MemberRoles & { personId: string };

/**
 * Makes somebody be just this in the agency, and nothing else: at least one role. What they lose at locations ends as it
 * does when they are removed there. They sign in again.
 */
export async function setRoles(ctx: Context, { personId, ...wanted }: Wanted) {
	permitPeople(ctx, null, "write");
	const change = inTransaction(ctx, async (tx) => {
		const before = await lockAgencyMembership(tx, ctx, personId);
		const { changed, lost } = differences(before.locations, wanted.locations);
		const ids = wanted.locations.map(({ locationId }) => locationId);
		if ((await countLocations(tx, ctx.agencyId, ids)) < ids.length) throw notFound();
		permitChange(ctx, [before.role, wanted.agencyRole], [...changed, ...lost]);
		const isGiven = changed.length > 0 || before.role !== wanted.agencyRole;
		if (!isGiven && lost.length === 0) return {};

		await setAgencyRole(tx, ctx, personId, before.role, wanted.agencyRole);
		for (const one of changed) await setLocationRole(tx, ctx, personId, one);
		await endSessionsOf(tx, personId, ctx.now);
		await endMembershipsAt(tx, ctx, personId, lost);
		if (isGiven) {
			await recordAudit(tx, ctx, {
				action: "agency_member.change_role",
				subject: { kind: "person", id: personId },
				before,
				after: wanted,
			});
		}
		return {};
	});
	return propagate(ctx, change);
}

type AtLocation = MemberRoles["locations"][number];
type Changed = AtLocation & { before: AtLocation["role"] | null };

function differences(present: readonly AtLocation[], wanted: readonly AtLocation[]) {
	const rolesBefore = new Map(present.map(({ locationId, role }) => [locationId, role]));
	const kept = new Set(wanted.map(({ locationId }) => locationId));
	return {
		changed: wanted
			.map((one): Changed => ({ ...one, before: rolesBefore.get(one.locationId) ?? null }))
			.filter(({ role, before }) => role !== before),
		lost: present.filter(({ locationId }) => !kept.has(locationId)),
	};
}

/** What is taken asks for as much as what is given. */
function permitChange(
	ctx: Context,
	agencyRoles: readonly MemberRoles["agencyRole"][],
	atLocations: readonly (AtLocation & Partial<Changed>)[],
) {
	for (const role of agencyRoles) if (role !== null) permitRole(ctx, null, role);
	for (const { locationId, role, before } of atLocations) {
		permitRole(ctx, locationId, role);
		if (before) permitRole(ctx, locationId, before);
	}
}

async function setLocationRole(tx: Tx, { agencyId, now }: Context, userId: string, one: Changed) {
	const member = { agencyId, locationId: one.locationId, userId };
	if (one.before === null) await insertLocationMember(tx, { ...member, role: one.role }, now);
	else await updateLocationRole(tx, member, one.role);
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
