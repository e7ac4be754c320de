import { requireLocation } from "#lib/auth/require-context.ts";
import { answerFound } from "../../../find/answer-found.ts";

/** What a location has by a name. */
export async function GET(
	request: Request,
	{ params }: RouteContext<"/agencies/[agency]/locations/[location]/find">,
) {
	const slugs = await params;
	const { ctx, location } = await requireLocation(slugs.agency, slugs.location);
	return answerFound(request, ctx, location.id);
}
