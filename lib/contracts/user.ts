import { z } from "zod";
import { Id } from "#lib/core/ids.ts";
import { Email, TypedPassword } from "#lib/core/people/email.ts";
import type { MemberRoles } from "#lib/core/people/member-roles.ts";
import type { PersonSummary } from "#lib/core/people/person.ts";
import { singleLine } from "#lib/core/text.ts";

const NAME_MAX = 50;
const LOCATIONS_MAX = 1_000;

/** Somebody with a role in the agency as both dialects show them. */
export const userShape = {
	id: z.string(),
	name: z.string(),
	firstName: z.string(),
	lastName: z.string(),
	email: z.string(),
	phone: z.string().describe("Always empty: no numbers of people are kept."),
	permissions: z.record(z.string(), z.boolean()).describe("What the role lets them do."),
	roles: z.object({
		type: z.enum(["agency", "account"]),
		role: z.enum(["admin", "user"]),
		locationIds: z.array(z.string()),
		restrictSubAccount: z.boolean().describe("Whether they reach these locations alone."),
	}),
	deleted: z.boolean(),
};

export const userFields = {
	firstName: singleLine(NAME_MAX, "The first name"),
	lastName: singleLine(NAME_MAX, "The last name"),
	email: Email,
	password: TypedPassword,
	type: z.enum(["agency", "account"]),
	role: z.enum(["admin", "user"]),
	locationIds: z.array(Id).max(LOCATIONS_MAX).default([]),
};

/** What a change may say: also what was read before, where a last name may be empty. */
export const userChange = {
	...userFields,
	lastName: z.union([z.literal(""), userFields.lastName]),
	locationIds: userFields.locationIds.unwrap(),
};

type RoleWords = {
	type: "agency" | "account";
	role: "admin" | "user";
	locationIds: readonly string[];
};

/** What the dialects' words for a role mean here. */
export function rolesOf({ type, role, locationIds }: RoleWords): MemberRoles {
	const isAdmin = role === "admin";
	if (type === "agency") return { agencyRole: isAdmin ? "ADMIN" : "MEMBER", locations: [] };
	const there = isAdmin ? ("MANAGER" as const) : ("VIEWER" as const);
	return {
		agencyRole: null,
		locations: [...new Set(locationIds)].map((locationId) => ({ locationId, role: there })),
	};
}

/** Of a name that nobody has divided, the first word is the first name. */
function divide(name: string) {
	const [firstName = "", ...rest] = name.split(" ");
	return { firstName, lastName: rest.join(" ") };
}

export function presentUser({ id, name, email, agencyRole, locationRoles }: PersonSummary) {
	const isAdmin =
		agencyRole === null ? locationRoles.some(({ role }) => role === "MANAGER") : agencyRole !== "MEMBER";
	return {
		id,
		name,
		...divide(name),
		email,
		phone: "",
		permissions: {
			contactsEnabled: true,
			workflowsEnabled: true,
			workflowsReadOnly: !isAdmin,
			tagsEnabled: true,
			settingsEnabled: isAdmin,
		},
		roles: {
			type: agencyRole === null ? ("account" as const) : ("agency" as const),
			role: isAdmin ? ("admin" as const) : ("user" as const),
			locationIds: locationRoles.map((location) => location.id),
			restrictSubAccount: agencyRole === null,
		},
		deleted: false,
	};
}
