import { AppError, notFound } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import { newOneTimeToken } from "#lib/core/one-time-token.ts";
import { invitationEnd, type Offer } from "#lib/core/people/invitation.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { insertInvitation, withdrawInvitations } from "#lib/data/invitations.ts";
import { countLocations } from "#lib/data/locations.ts";
import { lockAgencyRoles, lockRolesAtLocation } from "#lib/data/members.ts";
import { findPersonByEmail } from "#lib/data/people.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { actingPerson, permitPeople, permitRole } from "../permit-people.ts";
import { refuseDuplicate } from "../refuse-duplicate.ts";
import { deliver, languageOfInvitation } from "./deliver.ts";

export type Invite = { email: string; offer: Offer };

/** Offers a role to whoever signs in with this address. The link is mailed, or told once to whoever invites. */
export async function invite(ctx: Context, { email, offer }: Invite) {
	permitPeople(ctx, offer.locationId, "write");
	permitRole(ctx, offer.locationId, offer.role);
	const inviter = actingPerson(ctx);
	const { token, digest } = newOneTimeToken();

	const change = inTransaction(ctx, async (tx) => {
		const { locationId } = offer;
		if (locationId && (await countLocations(tx, ctx.agencyId, [locationId])) === 0) throw notFound();
		await refuseMember(tx, ctx, email, locationId);
		await withdrawInvitations(tx, ctx.agencyId, { email, locationId, expiredBy: ctx.now }, ctx.now);

		const invitation = await insertInvitation(
			tx,
			ctx.agencyId,
			{
				id: newId(),
				email,
				offer,
				tokenDigest: digest,
				invitedById: inviter.id,
				invitedByName: inviter.name,
				expiresAt: invitationEnd(ctx.now),
			},
			ctx.now,
		);
		await recordAudit(tx, ctx, {
			action: locationId === null ? "agency_member.invite" : "location_member.invite",
			subject: { kind: "invitation", id: invitation.id },
			locationId,
			after: { email, role: offer.role, expiresAt: invitation.expiresAt.toISOString() },
		});
		return { invitation, language: await languageOfInvitation(tx, email, inviter) };
	});
	const { invitation, language } = await refuseDuplicate(change, alreadyInvited);
	return { id: invitation.id, email, ...(await deliver(invitation, token, { way: "mail", language })) };
}

const alreadyInvited = {
	field: "email",
	message: "This address has an open invitation already. Send that one again, or withdraw it.",
	indexes: "invitations_open",
};

async function refuseMember(tx: Tx, ctx: Context, email: string, locationId: string | null) {
	const person = await findPersonByEmail(tx, email);
	if (!person) return;
	const roles =
		locationId === null
			? await lockAgencyRoles(tx, ctx.agencyId, [person.id])
			: await lockRolesAtLocation(tx, ctx.agencyId, locationId, [person.id]);
	if (roles.size === 0) return;
	const message = "This person has a role here already.";
	throw new AppError("conflict", message, { fields: [{ field: "email", message }] });
}
