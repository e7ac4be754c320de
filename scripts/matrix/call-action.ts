import { isAllowed } from "#lib/core/permissions.ts";
import { actionHeaders, encodeArguments, type Sent } from "./client.ts";
import type { BuiltAction } from "./manifest.ts";
import { type Caller, credentialsOf, type Stage } from "./stage.ts";
import type { Target } from "./targets.ts";

/** The place that an action is told it was called at. */
export type Place = { agency: string; location?: string };

/** Where every caller may be. */
const HOME_PAGE = "/agencies/[agency]/locations/[location]/keys";

/** A call as a browser makes it from a page that carries the action. */
export function actionCall(
	{ client, home }: Stage,
	action: BuiltAction,
	caller: Pick<Caller, "cookie" | "key">,
	args: readonly unknown[],
) {
	const page = action.pages.includes(HOME_PAGE) ? HOME_PAGE : (action.pages[0] ?? "/");
	return {
		method: "POST",
		path: page.replace("[agency]", home.agency.slug).replace("[location]", home.location.slug),
		headers: { ...actionHeaders(client.origin, action.id), ...credentialsOf(caller) },
		body: encodeArguments(args),
	} satisfies Sent;
}

export const placeOf = ({ agency, location }: Target): Place => ({
	agency: agency.slug,
	...(location && { location: location.slug }),
});

/** A place at home where the caller may be. */
export function ownPlace({ home }: Stage, { grants }: Caller): Place {
	const isOfAgency = grants !== null && isAllowed(grants, "agency.view", null);
	return { agency: home.agency.slug, ...(!isOfAgency && { location: home.location.slug }) };
}
