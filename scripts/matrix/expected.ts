import { isAllowed, type Permission } from "#lib/core/permissions.ts";
import type { Caller } from "./stage.ts";
import type { Target } from "./targets.ts";

/** Which rights a call asks for. The rights table says who has them. */
export type Rule = {
	/** What a call is about: the view it is made in, a place that it names by id, or a thing in a place. */
	about: "view" | "place" | "thing";
	/** Without this right there is nothing there; null when everybody who sees the place may know of it. */
	know: Permission | null;
	need: Permission;
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
	// Who may not do it at any place is told so, whichever place they name.
	const isRefusedAnywhere =
		rule.know !== null && isAllowed(grants, rule.know, at) && !isAllowed(grants, rule.need, at);
	if (rule.about === "place" && via === "the caller's place" && isRefusedAnywhere) return "forbidden";
	if (target.state === "deleted") return rule.findsDeleted && may(rule.need) ? "done" : "not_found";
	if (target.state !== "living" || !target.isAtHome) return "not_found";
	if (rule.know !== null && !may(rule.know)) return "not_found";
	return may(rule.need) ? "done" : "forbidden";
}
