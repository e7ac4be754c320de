import { presentUser, rolesOf } from "#lib/contracts/user.ts";
import { AppError } from "#lib/core/errors.ts";
import type { MemberRoles } from "#lib/core/people/member-roles.ts";
import type { PersonSummary } from "#lib/core/people/person.ts";
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
export async function updateUser({ ctx }: Caller, personId: string, change: Partial<NewUser>) {
	const asked = { personId, locationId: null };
	const person = await readPerson(ctx, asked);
	refuseOwnMatters(person, change);
	const wanted = rolesAfter(person, change);
	if (wanted) await setRoles(ctx, { personId, ...wanted });
	return presentUser(await readPerson(ctx, asked));
}

/** Takes somebody's roles away: at the location when one is named, else all that they have in the agency. */
export async function deleteUser({ ctx, locationId }: Caller, personId: string) {
	if (locationId === null) await removeFromAgency(ctx, { personId });
	else await removeFromLocation(ctx, { personId, locationId });
}

/** The roles that a change asks for, null when that is what they are: clients send back what they have read. */
function rolesAfter(person: PersonSummary, change: Partial<RoleWords>): MemberRoles | null {
	const { type, role, locationIds } = presentUser(person).roles;
	const words = { type, role, locationIds, ...definedOf(change) };
	refuseNowhere(words);
	const wanted = rolesOf(words);
	const present = person.locationRoles.map((location) => ({ locationId: location.id, role: location.role }));
	if (words.type !== type) return wanted;
	if (type === "agency") return words.role === role ? null : { ...wanted, locations: present };
	if (words.role !== role) return wanted;
	// Of two roles at different locations the words tell the greater one: each stays what it is.
	const locations = wanted.locations.map(
		(one) => present.find(({ locationId }) => locationId === one.locationId) ?? one,
	);
	return { agencyRole: null, locations };
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

/** A name may have been divided otherwise when it was given. */
function refuseOwnMatters({ name, email }: PersonSummary, change: Partial<NewUser>) {
	const isOwn = {
		firstName: (text: string) => name === text || name.startsWith(`${text} `),
		lastName: (text: string) => (text === "" ? !name.includes(" ") : name.endsWith(` ${text}`)),
		email: (text: string) => email === text,
		password: () => false,
	};
	const fields = (["firstName", "lastName", "email", "password"] as const)
		.filter((field) => change[field] !== undefined && !isOwn[field](change[field]))
		.map((field) => ({ field, message: "People change this themselves, in their account." }));
	const [first] = fields;
	if (first) throw new AppError("forbidden", first.message, { fields });
}
