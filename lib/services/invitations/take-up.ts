import { AppError } from "#lib/core/errors.ts";
import { type Offer, offerOf } from "#lib/core/people/invitation.ts";
import {
	type AgencyRole,
	type Grants,
	isAllowed,
	type LocationRole,
	mayGrant,
	roleAt,
} from "#lib/core/permissions.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { type InvitationFacts, updateInvitation } from "#lib/data/invitations.ts";
import {
	insertAgencyMember,
	insertLocationMember,
	lockAgencyRoles,
	lockRolesAtLocation,
	updateAgencyRole,
	updateLocationRole,
} from "#lib/data/members.ts";
import { findPersonById } from "#lib/data/people.ts";
import { recordAudit } from "../audit/record.ts";
import { peoplePermission } from "../permit-people.ts";

/** Where the person belongs from now on. */
export type Joined = { agency: string; location: string | null };

/** The roles at an offer's place of whoever made it and of whoever it is for. */
export type Roles = { agency: ReadonlyMap<string, AgencyRole>; location: ReadonlyMap<string, LocationRole> };

export async function lockRoles(
	tx: Tx,
	agencyId: string,
	{ invitedById, locationId }: InvitationFacts,
	personId: string,
): Promise<Roles> {
	const people = [invitedById, personId];
	return {
		agency: await lockAgencyRoles(tx, agencyId, people),
		location: locationId ? await lockRolesAtLocation(tx, agencyId, locationId, people) : new Map(),
	};
}

/**
 * Gives the person what a locked, open invitation offers, unless whoever invited them may not give it any more. A role
 * that they have already is raised, never lowered.
 */
export async function takeUp(
	tx: Tx,
	ctx: Context,
	invitation: InvitationFacts,
	roles: Roles,
	personId: string,
): Promise<Joined> {
	const offer = offerOf(invitation);
	await refuseUnlessBacked(tx, roles, offer, invitation);

	const before = (offer.locationId === null ? roles.agency : roles.location).get(personId) ?? null;
	const isRaised = before === null || !mayGrant(before, offer.role);
	if (isRaised) await writeRole(tx, ctx, personId, offer, before !== null);
	await updateInvitation(tx, ctx.agencyId, invitation.id, { acceptedAt: ctx.now });
	const noun = offer.locationId === null ? "agency_member" : "location_member";
	await recordAudit(tx, ctx, {
		action: before === null ? `${noun}.add` : `${noun}.change_role`,
		subject: { kind: "person", id: personId },
		locationId: offer.locationId,
		before: before && { role: before },
		after: { role: isRaised ? offer.role : before, invitationId: invitation.id },
	});
	return { agency: invitation.agency.slug, location: invitation.location?.slug ?? null };
}

async function refuseUnlessBacked(tx: Tx, roles: Roles, offer: Offer, invitation: InvitationFacts) {
	const { invitedById, invitedByName } = invitation;
	const here = roles.location.get(invitedById);
	const grants: Grants = {
		agencyRole: roles.agency.get(invitedById) ?? null,
		locationRoles: new Map(offer.locationId && here ? [[offer.locationId, here]] : []),
	};
	const own = roleAt(grants, offer.locationId);
	const mayInvite =
		own !== null &&
		mayGrant(own, offer.role) &&
		isAllowed(grants, peoplePermission(offer.locationId, "write"), offer.locationId);
	const inviter = mayInvite ? await findPersonById(tx, invitedById) : null;
	if (inviter && !inviter.disabledAt) return;
	throw new AppError(
		"conflict",
		`${invitedByName} may not give this role any more. Ask somebody else of the agency to invite you.`,
	);
}

function writeRole(tx: Tx, ctx: Context, userId: string, offer: Offer, hasOne: boolean) {
	const { agencyId, now } = ctx;
	if (offer.locationId === null) {
		return hasOne
			? updateAgencyRole(tx, agencyId, userId, offer.role)
			: insertAgencyMember(tx, { agencyId, userId, role: offer.role }, now);
	}
	const member = { agencyId, locationId: offer.locationId, userId };
	return hasOne
		? updateLocationRole(tx, member, offer.role)
		: insertLocationMember(tx, { ...member, role: offer.role }, now);
}
