import { requireLocation } from "#lib/auth/require-context.ts";
import { reviewFile } from "../../../../../../../keys/health/reviews/[review]/export/review-file.ts";

/** The record of a review of a location's keys, as a file. */
export async function GET(
	request: Request,
	{ params }: RouteContext<"/agencies/[agency]/locations/[location]/keys/health/reviews/[review]/export">,
) {
	const { agency, location: slug, review } = await params;
	const { ctx, location } = await requireLocation(agency, slug);
	return reviewFile(request, ctx, location.id, review);
}
