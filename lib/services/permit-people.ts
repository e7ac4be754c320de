import { AppError, notFound } from "#lib/core/errors.ts";
import { mayKeyGrant } from "#lib/core/keys/role-ceiling.ts";
import { isAllowed, mayGrant, type Permission, type PersonRole, roleAt } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { requireStepUp } from "./require-step-up.ts";

export const peoplePermission = (locationId: string | null, verb: "read" | "write"): Permission =>
	locationId === null ? `agency_member.${verb}` : `location_member.${verb}`;

/** Refuses unless the actor may see or change who belongs to this place. To others the place does not exist. */
export function permitPeople(ctx: Context, locationId: string | null, verb: "read" | "write") {
	if (verb === "read" && maySee(ctx, locationId)) return;
	if (isAllowed(ctx.grants, peoplePermission(locationId, verb), locationId)) return;
	if (!maySee(ctx, locationId)) throw notFound();
	throw new AppError("forbidden", "Your role here may look at its people, not change them.");
}

/** Whether a key may look at people its scopes say, wherever it acts. */
function maySee({ grants, actor }: Context, locationId: string | null) {
	const isKeyThere = actor.kind === "key" && locationId !== null;
	return isAllowed(grants, isKeyThere ? "location.view" : peoplePermission(locationId, "read"), locationId);
}

/** Refuses to give or take a role above the actor's own. Owners are made and unmade by owners who prove who they are. */
export function permitRole(ctx: Context, locationId: string | null, role: PersonRole) {
	if (role === "OWNER") {
		permitOwners(ctx);
		return requireStepUp(ctx, "You are about to change who owns the agency.");
	}
	const own = roleAt(ctx.grants, locationId);
	if (!own || !mayGrant(own, role)) {
		throw new AppError("forbidden", "Nobody can give or take a role above their own.");
	}
	if (ctx.actor.kind === "key" && !mayKeyGrant(ctx.actor.holds.scopes, role)) {
		const message =
			"This role manages keys. Only a key that holds every scope such keys may have can give or take it.";
		throw new AppError("forbidden", message, { fields: [{ field: "role", message }] });
	}
}

/** Refuses everybody but owners. */
export function permitOwners(ctx: Context) {
	if (isAllowed(ctx.grants, "agency_owner.write", null)) return;
	throw new AppError("forbidden", "Only an owner can do this.");
}

/** The person who acts. What only people do is refused to the system. */
export function actingPerson({ actor }: Context) {
	if (actor.kind === "person") return actor;
	throw new AppError("forbidden", "Only a person can do this.");
}
