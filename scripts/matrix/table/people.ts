import { newId } from "#lib/core/ids.ts";
import { newOneTimeToken } from "#lib/core/one-time-token.ts";
import type { AgencyRole, LocationRole, PersonRole } from "#lib/core/permissions.ts";
import { insertInvitation } from "#lib/data/invitations.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { makeMember, makePerson } from "#lib/testing/factories.ts";
import type { Rule } from "../expected.ts";
import type { ActionRow, TenantAction } from "../rows.ts";
import { personNamed, restoreCast, type Stage } from "../stage.ts";
import type { Target } from "../targets.ts";

const FILE = "app/(console)/agencies/[agency]/people/actions.ts";
const WEEK_MS = 7 * 86_400_000;

const AGENCY_ROLES = ["OWNER", "ADMIN", "MEMBER"] as const satisfies AgencyRole[];
const LOCATION_ROLES = ["MANAGER", "VIEWER"] as const satisfies LocationRole[];

const onAgencyPeople: Omit<Rule, "about"> = { know: "agency_member.read", need: "agency_member.write" };
const onLocationPeople: Omit<Rule, "about"> = {
	know: "location_member.read",
	need: "location_member.write",
};

/** What only owners may do about members, of whom others may know. */
const forOwners: Rule = {
	about: "thing",
	know: "agency_member.read",
	need: "agency_owner.write",
	refusesFirst: true,
};

/** The rule for what deals in roles of one level. */
const dealing = (
	about: Rule["about"],
	roles: readonly PersonRole[],
	refusesFirst = true,
): TenantAction["at"] =>
	roles.some((role) => role === "MANAGER" || role === "VIEWER")
		? { LOCATION: { ...onLocationPeople, about, roles, refusesFirst } }
		: { AGENCY: { ...onAgencyPeople, about, roles, refusesFirst } };

/** Somebody with this role in the target's place, unless they were removed or never were there. */
async function memberOf({ world }: Stage, { agency, location, state }: Target, role: PersonRole) {
	if (state === "non-existent") return newId();
	const person = await makePerson(world);
	if (state !== "deleted") await makeMember(world, agency, person, role, location ?? undefined);
	return person.id;
}

/** An invitation that waits, unless it was withdrawn. */
async function invitationOf(stage: Stage, { agency, location, state }: Target, role: PersonRole) {
	if (state === "non-existent") return newId();
	const id = newId();
	const now = new Date();
	const offer =
		role === "MANAGER" || role === "VIEWER"
			? { locationId: location?.id ?? "", role }
			: { locationId: null, role };
	await transactAs(stage.world.database, { agencyId: agency.id }, (tx) =>
		insertInvitation(
			tx,
			agency.id,
			{
				id,
				email: `${newId()}@matrix.test`,
				offer,
				tokenDigest: newOneTimeToken().digest,
				invitedById: personNamed(stage, "OWNER").id,
				invitedByName: "The owner",
				expiresAt: new Date(now.getTime() + WEEK_MS),
			},
			now,
		),
	);
	if (state === "deleted") {
		await stage.world.owner.query("update invitations set withdrawn_at = now() where id = $1", [id]);
	}
	return id;
}

const row = (
	verb: string,
	variant: string,
	rest: Pick<TenantAction, "at" | "input" | "stepUp" | "undo">,
): ActionRow => ({ kind: "tenant", name: `${FILE}#${verb}`, variant, changes: true, ...rest });

const touchesOwners = (...roles: PersonRole[]) => roles.includes("OWNER");

const INVITE: ActionRow[] = [
	...AGENCY_ROLES.map((role) =>
		row("inviteAction", role, {
			at: {
				AGENCY: { ...onAgencyPeople, about: "view", roles: [role] },
				LOCATION: { ...onAgencyPeople, about: "view", roles: [role] },
			},
			stepUp: touchesOwners(role),
			input: async () => ({ level: "AGENCY", email: `${newId()}@matrix.test`, role }),
		}),
	),
	...LOCATION_ROLES.map((role) =>
		row("inviteAction", role, {
			at: dealing("place", [role]),
			input: async (_stage, { location }) => ({
				level: "LOCATION",
				email: `${newId()}@matrix.test`,
				locationId: location?.id,
				role,
			}),
		}),
	),
];

const INVITATIONS: ActionRow[] = [...AGENCY_ROLES, ...LOCATION_ROLES].flatMap((role) => [
	row("resendInvitationAction", role, {
		at: dealing("thing", [role], false),
		stepUp: touchesOwners(role),
		input: async (stage, target) => ({ invitationId: await invitationOf(stage, target, role), way: "link" }),
	}),
	row("withdrawInvitationAction", role, {
		at: dealing("thing", [role], false),
		input: async (stage, target) => ({ invitationId: await invitationOf(stage, target, role) }),
	}),
]);

const CHANGES: readonly (readonly [PersonRole, PersonRole])[] = [
	["OWNER", "ADMIN"],
	["ADMIN", "OWNER"],
	["ADMIN", "MEMBER"],
	["MEMBER", "ADMIN"],
	["MANAGER", "VIEWER"],
	["VIEWER", "MANAGER"],
];

const MEMBERS: ActionRow[] = [
	...CHANGES.map(([before, after]) =>
		row("changeRoleAction", `${before} to ${after}`, {
			at: dealing("thing", [before, after]),
			stepUp: touchesOwners(before, after),
			input: async (stage, target) => ({
				personId: await memberOf(stage, target, before),
				locationId: target.location?.id ?? null,
				role: after,
			}),
		}),
	),
	...[...AGENCY_ROLES, ...LOCATION_ROLES].map((role) =>
		row("removePersonAction", role, {
			at: dealing("thing", [role]),
			stepUp: touchesOwners(role),
			input: async (stage, target) => ({
				personId: await memberOf(stage, target, role),
				locationId: target.location?.id ?? null,
			}),
		}),
	),
	row("removePersonAction", "a location's own, from the agency", {
		at: { LOCATION: { ...onAgencyPeople, about: "thing", refusesFirst: true } },
		input: async (stage, target) => ({
			personId: await memberOf(stage, target, "VIEWER"),
			locationId: null,
		}),
	}),
];

const OWN: ActionRow[] = [
	row("leaveAction", "a location", {
		at: { LOCATION: { about: "place", know: null, need: "location.view", isForLocals: true } },
		input: async (_stage, { location }) => ({ locationId: location?.id }),
		undo: restoreCast,
	}),
	row("leaveAction", "the agency", {
		at: {
			AGENCY: { about: "view", know: null, need: "agency.view" },
			LOCATION: { about: "view", know: null, need: "location.view" },
		},
		stepUp: true,
		input: async () => ({ locationId: null }),
		undo: restoreCast,
	}),
];

export const PEOPLE_ACTIONS: ActionRow[] = [
	...INVITE,
	...INVITATIONS,
	...MEMBERS,
	...OWN,
	row("handOverAction", "to an admin", {
		at: { AGENCY: forOwners },
		stepUp: true,
		input: async (stage, target) => ({ personId: await memberOf(stage, target, "ADMIN") }),
		undo: restoreCast,
	}),
	row("issueResetLinkAction", "for a member", {
		at: { AGENCY: forOwners },
		stepUp: true,
		input: async (stage, target) => ({ personId: await memberOf(stage, target, "MEMBER") }),
	}),
	row("issueResetLinkAction", "for a location's own", {
		at: { LOCATION: forOwners },
		stepUp: true,
		input: async (stage, target) => ({ personId: await memberOf(stage, target, "VIEWER") }),
	}),
];
