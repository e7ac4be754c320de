"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { textsOf } from "#components/texts/texts-of.ts";
import { runAction } from "#lib/actions/run-action.ts";
import { Id } from "#lib/core/ids.ts";
import { presentPropagation } from "#lib/core/keys/propagation.ts";
import { Email } from "#lib/core/people/email.ts";
import { invite } from "#lib/services/invitations/invite.ts";
import { resendInvitation } from "#lib/services/invitations/resend.ts";
import { withdrawInvitation } from "#lib/services/invitations/withdraw.ts";
import { changeAgencyRole } from "#lib/services/people/change-agency-role.ts";
import { changeLocationRole } from "#lib/services/people/change-location-role.ts";
import { handOver } from "#lib/services/people/hand-over.ts";
import { issueResetLink } from "#lib/services/people/issue-reset-link.ts";
import { leaveAgency } from "#lib/services/people/leave-agency.ts";
import { leaveLocation } from "#lib/services/people/leave-location.ts";
import { removeFromAgency } from "#lib/services/people/remove-from-agency.ts";
import { removeFromLocation } from "#lib/services/people/remove-from-location.ts";
import type { Propagated } from "#lib/services/propagate.ts";

export type PeoplePlace = { agency: string; location?: string };

const AgencyRoleInput = z.enum(["OWNER", "ADMIN", "MEMBER"]);
const LocationRoleInput = z.enum(["MANAGER", "VIEWER"]);

const InviteForm = z.discriminatedUnion("level", [
	z.strictObject({ level: z.literal("AGENCY"), email: Email, role: AgencyRoleInput }),
	z.strictObject({
		level: z.literal("LOCATION"),
		email: Email,
		locationId: z.uuid({ error: "Choose the location." }).toLowerCase(),
		role: LocationRoleInput,
	}),
]);
const InvitationForm = z.strictObject({ invitationId: Id });
const ResendForm = z.strictObject({ invitationId: Id, way: z.enum(["mail", "link"]) });
const PersonForm = z.strictObject({ personId: Id });
const MemberForm = z.strictObject({ personId: Id, locationId: Id.nullable() });
const LeaveForm = z.strictObject({ locationId: Id.nullable() });
const RoleForm = z.union([
	z.strictObject({ personId: Id, locationId: z.null(), role: AgencyRoleInput }),
	z.strictObject({ personId: Id, locationId: Id, role: LocationRoleInput }),
]);

const refreshPeople = () => revalidatePath("/agencies/[agency]", "layout");

/** Without mail the answer carries the link: the dialog shows it once and keeps it nowhere. */
export async function inviteAction(place: PeoplePlace, input: unknown) {
	return runAction({ place, input, schema: InviteForm }, async (ctx, form) => {
		const offer =
			form.level === "AGENCY"
				? { locationId: null, role: form.role }
				: { locationId: form.locationId, role: form.role };
		const sent = await invite(ctx, { email: form.email, offer });
		refreshPeople();
		return { message: (await textsOf("people"))("done.invited", { email: sent.email }), data: sent };
	});
}

export async function resendInvitationAction(place: PeoplePlace, input: unknown) {
	return runAction({ place, input, schema: ResendForm }, async (ctx, form) => {
		const sent = await resendInvitation(ctx, form);
		refreshPeople();
		return { message: (await textsOf("people"))("done.resent", { email: sent.email }), data: sent };
	});
}

export async function withdrawInvitationAction(place: PeoplePlace, input: unknown) {
	return runAction({ place, input, schema: InvitationForm }, async (ctx, form) => {
		const { email } = await withdrawInvitation(ctx, form);
		refreshPeople();
		return { message: (await textsOf("people"))("done.withdrawn", { email }), data: undefined };
	});
}

/** Whoever changes their own role is signed out by it, and has no page to refresh. */
const refreshForOthers = (ctx: { actor: { id: string | null } }, personId: string) => {
	if (personId !== ctx.actor.id) refreshPeople();
};

export async function changeRoleAction(place: PeoplePlace, input: unknown) {
	return runAction({ place, input, schema: RoleForm }, async (ctx, form) => {
		const { name } =
			form.locationId === null ? await changeAgencyRole(ctx, form) : await changeLocationRole(ctx, form);
		refreshForOthers(ctx, form.personId);
		return { message: (await textsOf("people"))("done.roleChanged", { name }), data: undefined };
	});
}

type Ended = Propagated<{ name: string; keysSwitchedOff: number }>;

const newsOfEnd = ({ keysSwitchedOff, propagation }: Ended) => ({
	keysSwitchedOff,
	news: presentPropagation(propagation),
});

export async function removePersonAction(place: PeoplePlace, input: unknown) {
	return runAction({ place, input, schema: MemberForm }, async (ctx, { personId, locationId }) => {
		const ended =
			locationId === null
				? await removeFromAgency(ctx, { personId })
				: await removeFromLocation(ctx, { personId, locationId });
		refreshForOthers(ctx, personId);
		return {
			message: (await textsOf("people"))("done.removed", { name: ended.name }),
			data: newsOfEnd(ended),
		};
	});
}

export async function leaveAction(place: PeoplePlace, input: unknown) {
	return runAction({ place, input, schema: LeaveForm }, async (ctx, { locationId }) => {
		await (locationId === null ? leaveAgency(ctx) : leaveLocation(ctx, { locationId }));
		return { message: (await textsOf("people"))("done.left"), data: undefined };
	});
}

export async function handOverAction(place: PeoplePlace, input: unknown) {
	return runAction({ place, input, schema: PersonForm }, async (ctx, form) => {
		const { name } = await handOver(ctx, form);
		return { message: (await textsOf("people"))("done.handedOver", { name }), data: undefined };
	});
}

export async function issueResetLinkAction(place: PeoplePlace, input: unknown) {
	return runAction({ place, input, schema: PersonForm }, async (ctx, form) => {
		const { name, link } = await issueResetLink(ctx, form);
		return { message: (await textsOf("people"))("done.resetLink", { name }), data: { link } };
	});
}
