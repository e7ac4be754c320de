import { AppError } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import { digestToken } from "#lib/core/one-time-token.ts";
import { passwordProblems } from "#lib/core/people/password-rules.ts";
import type { Database, Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findInvitation, type InvitationFacts, lockInvitationByDigest } from "#lib/data/invitations.ts";
import { insertPerson } from "#lib/data/members.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { hashPassword } from "#lib/passwords/passwords.ts";
import { refuseDuplicate } from "../refuse-duplicate.ts";
import { findOpenInvitation, isAcceptable, locate } from "./find.ts";
import { type Joined, lockRoles, type Roles, takeUp } from "./take-up.ts";

/** When an invitation is accepted, and from which network address. */
export type Moment = { now: Date; address: string };

type Person = { id: string; name: string; email: string };

/** Accepts an invitation for somebody with an account, who must be the one it is for. */
export function acceptInvitation(database: Database, token: string, person: Person, moment: Moment) {
	return withInvitation(database, token, person, moment, (tx, ctx, invitation, roles) => {
		if (invitation.email !== person.email) {
			throw new AppError("forbidden", `This invitation is for ${invitation.email}.`);
		}
		return takeUp(tx, ctx, invitation, roles, person.id);
	});
}

/** Makes the account that an invitation is for, and accepts with it. */
export async function acceptAsNewPerson(
	database: Database,
	token: string,
	{ name, password }: { name: string; password: string },
	moment: Moment,
): Promise<Joined & { email: string }> {
	const found = await findOpenInvitation(database, token, moment.now);
	if (!found) throw deadLink();
	const { email } = found;
	refuseWeak(passwordProblems(password, { email, name, hasSecondFactor: false }));
	const person = { id: newId(), email, name };
	const passwordHash = await hashPassword(password);

	const joining = withInvitation(database, token, person, moment, async (tx, ctx, invitation, roles) => {
		await insertPerson(tx, { ...person, email: invitation.email, passwordHash }, moment.now);
		return takeUp(tx, ctx, invitation, roles, person.id);
	});
	const joined = await refuseDuplicate(joining, {
		field: "email",
		message: "Somebody signs in with this address already. Sign in to accept.",
		indexes: "users_email",
	});
	return { ...joined, email };
}

/** Works on the invitation behind a link, which nobody else can accept, replace or withdraw meanwhile. */
async function withInvitation(
	database: Database,
	token: string,
	person: Person,
	{ now, address }: Moment,
	work: (tx: Tx, ctx: Context, invitation: InvitationFacts, roles: Roles) => Promise<Joined>,
) {
	const place = await locate(database, token);
	if (!place) throw deadLink();
	const ctx: Context = {
		database,
		agencyId: place.agencyId,
		actor: { kind: "person", id: person.id, name: person.name },
		grants: { agencyRole: null, locationRoles: new Map() },
		now,
		address,
		steppedUp: false,
	};
	return transactAs(database, { agencyId: ctx.agencyId, personId: person.id }, async (tx) => {
		// Roles are locked before invitations everywhere: whoever removes a person takes them in this order too.
		const seen = await findInvitation(tx, ctx.agencyId, place.id);
		if (!seen) throw deadLink();
		const roles = await lockRoles(tx, ctx.agencyId, seen, person.id);
		const invitation = await lockInvitationByDigest(tx, ctx.agencyId, place.id, digestToken(token));
		if (!invitation || !isAcceptable(invitation, now)) throw deadLink();
		return work(tx, ctx, invitation, roles);
	});
}

const deadLink = () => new AppError("not_found", "This invitation cannot be used any more.");

function refuseWeak(problem: string | null) {
	if (problem === null) return;
	throw new AppError("invalid_input", problem, { fields: [{ field: "password", message: problem }] });
}
