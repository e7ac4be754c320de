import { requireAgency } from "#lib/auth/require-context.ts";
import { reviewFile } from "./review-file.ts";

/** The record of a review of the agency's keys, as a file. */
export async function GET(
	request: Request,
	{ params }: RouteContext<"/agencies/[agency]/keys/health/reviews/[review]/export">,
) {
	const { agency, review } = await params;
	const { ctx } = await requireAgency(agency);
	return reviewFile(request, ctx, null, review);
}
