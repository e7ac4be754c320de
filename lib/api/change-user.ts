import { presentUser, rolesOf } from "#lib/contracts/user.ts";
import { AppError } from "#lib/core/errors.ts";
import { createMember } from "#lib/services/people/create-member.ts";
import { readPerson } from "#lib/services/people/read.ts";
import { removeFromAgency } from "#lib/services/people/remove-from-agency.ts";
import { removeFromLocation } from "#lib/services/people/remove-from-location.ts";
import { setRoles } from "#lib/services/people/set-roles.ts";
import type { Caller } from "./route.ts";

type RoleWords = { type: "agency" | "account"; role: "admin" | "user"; locationIds: string[] };
type NewUser = RoleWords & { firstName: string; lastName: string; email: string; password: string };

/** Makes somebody with a password and roles, as the dialects word them. */
export async function createUser(
	{ ctx }: Caller,
	{ firstName, lastName, email, password, ...words }: NewUser,
) {
	refuseNowhere(words);
	const name = `${firstName} ${lastName}`;
	const { id } = await createMember(ctx, { email, name, password, ...rolesOf(words) });
	const [locationId = null] = words.type === "account" ? words.locationIds : [];
	return presentUser(
		await readPerson(ctx, { personId: id, locationId: ctx.grants.agencyRole ? null : locationId }),
	);
}

/** Changes what somebody may do. Their name, address and password are for themselves to change. */
export async function updateUser(caller: Caller, personId: string, change: Partial<NewUser>) {
	const { ctx, locationId } = caller;
	const before = presentUser(await readPerson(ctx, { personId, locationId: null }));
	refuseOwnMatters(before, change);
	const { type, role, locationIds } = { ...before.roles, ...definedOf(change) };
	const words = { type, role, locationIds };
	refuseNowhere(words);
	await setRoles(ctx, { personId, ...rolesOf(words) });
	return presentUser(await readPerson(ctx, { personId, locationId }));
}

/** Takes somebody's roles away: at the location when one is named, else all that they have in the agency. */
export async function deleteUser({ ctx, locationId }: Caller, personId: string) {
	if (locationId === null) await removeFromAgency(ctx, { personId });
	else await removeFromLocation(ctx, { personId, locationId });
}

const definedOf = ({ type, role, locationIds }: Partial<RoleWords>) => ({
	...(type && { type }),
	...(role && { role }),
	...(locationIds && { locationIds }),
});

function refuseNowhere({ type, locationIds }: RoleWords) {
	if (type === "agency" || locationIds.length > 0) return;
	const message = "Name the locations that they may enter.";
	throw new AppError("invalid_input", message, { fields: [{ field: "locationIds", message }] });
}

const OWN_MATTERS = ["firstName", "lastName", "email", "password"] as const;

function refuseOwnMatters(before: Record<string, unknown>, change: Partial<NewUser>) {
	const fields = OWN_MATTERS.filter(
		(field) => change[field] !== undefined && change[field] !== before[field],
	).map((field) => ({ field, message: "People change this themselves, in their account." }));
	const [first] = fields;
	if (first) throw new AppError("forbidden", first.message, { fields });
}
