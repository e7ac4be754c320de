import {
	type Grants,
	isAllowed,
	mayGrant,
	type Permission,
	type PersonRole,
	roleAt,
} from "#lib/core/permissions.ts";
import type { Caller } from "./stage.ts";
import type { Target } from "./targets.ts";

/** Which rights a call asks for. The rights table says who has them. */
export type Rule = {
	/** What a call is about: the view it is made in, a place that it names by id, or a thing in a place. */
	about: "view" | "place" | "thing";
	/** Without this right there is nothing there; null when everybody who sees the place may know of it. */
	know: Permission | null;
	need: Permission;
	/** The roles that it gives and takes: nobody deals in what is above their own, and only owners in ownership. */
	roles?: readonly PersonRole[];
	/** For what only those can do who have a role of the location's own. */
	isForLocals?: boolean;
	/** Who may not do it at any place is told so, whichever place or thing they name. */
	refusesFirst?: boolean;
	/** For calls about what is in the trash, which whoever may make them finds there. */
	findsDeleted?: boolean;
};

/** Whether the call names the target's own place, or one of the caller's, from where it reaches out. */
export type Via = "its own place" | "the caller's place";

export type Expected = "unauthenticated" | "not_found" | "forbidden" | "done";

/** What the rights table has come of a call. */
export function expectedOf({ grants }: Caller, target: Target, rule: Rule, via: Via): Expected {
	if (!grants) return "unauthenticated";
	const at = target.location?.id ?? null;
	const may = (permission: Permission) => target.isAtHome && isAllowed(grants, permission, at);
	const view = at === null ? "agency.view" : "location.view";
	if (via === "its own place" && !may(view)) return "not_found";
	const isRefusedAnywhere =
		(rule.know === null || isAllowed(grants, rule.know, at)) && !isAllowed(grants, rule.need, at);
	if (rule.refusesFirst && isRefusedAnywhere && isCalledSomewhere(target, rule, via)) return "forbidden";
	if (target.state === "deleted") return rule.findsDeleted && may(rule.need) ? "done" : "not_found";
	if (target.state !== "living" || !target.isAtHome) return "not_found";
	if (rule.know !== null && !may(rule.know)) return "not_found";
	if (rule.isForLocals) return grants.locationRoles.has(at ?? "") ? "done" : "not_found";
	return may(rule.need) && (rule.roles ?? []).every((role) => mayDealIn(grants, role, at))
		? "done"
		: "forbidden";
}

/** Whether there is a place at which the call is made, whatever became of what it is about. */
const isCalledSomewhere = ({ state }: Target, { about }: Rule, via: Via) =>
	via === "the caller's place" ||
	state === "living" ||
	(about === "thing" && state !== "gone with its place");

function mayDealIn(grants: Grants, role: PersonRole, at: string | null) {
	if (role === "OWNER") return isAllowed(grants, "agency_owner.write", null);
	const own = roleAt(grants, at);
	return own !== null && mayGrant(own, role);
}
