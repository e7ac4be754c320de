import { AppError, notFound } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import type { MemberRoles } from "#lib/core/people/member-roles.ts";
import { standsAlone } from "#lib/core/people/password-limits.ts";
import { passwordProblems } from "#lib/core/people/password-rules.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { countLocations } from "#lib/data/locations.ts";
import { insertAgencyMember, insertLocationMember, insertPerson } from "#lib/data/members.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { hashPassword } from "#lib/passwords/passwords.ts";
import { recordAudit } from "../audit/record.ts";
import { permitPeople, permitRole } from "../permit-people.ts";
import { refuseDuplicate } from "../refuse-duplicate.ts";

type NewMember = MemberRoles & { email: string; name: string; password: string };

/**
 * Makes an account with a password and gives it its roles. Somebody who has an account already decides for themselves: they
 * are invited instead.
 */
export async function createMember(ctx: Context, { email, name, password, ...roles }: NewMember) {
	permitRoles(ctx, roles);
	refuseWeak(passwordProblems(password, { email, name, hasSecondFactor: false }));
	const id = newId();
	const passwordHash = await hashPassword(password);
	const person = { id, email, name, passwordHash, passwordStandsAlone: standsAlone(password) };

	const creation = transactAs(ctx.database, { agencyId: ctx.agencyId, personId: id }, async (tx) => {
		const ids = roles.locations.map(({ locationId }) => locationId);
		if ((await countLocations(tx, ctx.agencyId, ids)) < ids.length) throw notFound();
		await insertPerson(tx, person, ctx.now);
		await insertRoles(tx, ctx, id, roles);
		await recordAudit(tx, ctx, {
			action: roles.agencyRole === null ? "location_member.add" : "agency_member.add",
			subject: { kind: "person", id },
			locationId: ids.length === 1 ? ids[0] : null,
			after: roles,
		});
		return { id };
	});
	return refuseDuplicate(creation, {
		field: "email",
		message: "Somebody signs in with this address already. Invite them in the browser.",
		indexes: "users_email",
	});
}

function permitRoles(ctx: Context, { agencyRole, locations }: MemberRoles) {
	if (agencyRole !== null) {
		permitPeople(ctx, null, "write");
		permitRole(ctx, null, agencyRole);
	}
	for (const { locationId, role } of locations) {
		if (!isAllowed(ctx.grants, "location.view", locationId)) throw notFound();
		permitPeople(ctx, locationId, "write");
		permitRole(ctx, locationId, role);
	}
}

async function insertRoles(tx: Tx, ctx: Context, userId: string, { agencyRole, locations }: MemberRoles) {
	const { agencyId, now } = ctx;
	if (agencyRole !== null) await insertAgencyMember(tx, { agencyId, userId, role: agencyRole }, now);
	for (const { locationId, role } of locations) {
		await insertLocationMember(tx, { agencyId, locationId, userId, role }, now);
	}
}

function refuseWeak(problem: string | null) {
	if (problem === null) return;
	throw new AppError("invalid_input", problem, { fields: [{ field: "password", message: problem }] });
}
