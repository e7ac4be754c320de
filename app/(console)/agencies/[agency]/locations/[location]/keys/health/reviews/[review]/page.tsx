import type { Metadata } from "next";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireLocation } from "#lib/auth/require-context.ts";
import { loadReview } from "../../../../../../keys/health/_components/load-review.ts";
import { RecordScreen } from "../../../../../../keys/health/_components/record-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("health"))("reviews.title") };
}

export default async function LocationReviewPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/keys/health/reviews/[review]">,
) {
	const params = await props.params;
	const { ctx, agency, location } = await requireLocation(params.agency, params.location);
	const review = await loadReview(ctx, location.id, params.review);
	return <RecordScreen review={review} place={{ agency: agency.slug, location: location.slug }} />;
}
