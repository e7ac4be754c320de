import type { Metadata } from "next";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireLocation } from "#lib/auth/require-context.ts";
import { ReviewsScreen } from "../../../../../keys/health/_components/reviews-screen.tsx";
import { loadReviewsSearch } from "../../../../../keys/health/search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("health"))("reviews.title") };
}

export default async function LocationReviewsPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/keys/health/reviews">,
) {
	const slugs = await props.params;
	const { ctx, agency, location } = await requireLocation(slugs.agency, slugs.location);
	const { page } = await loadReviewsSearch(props.searchParams);
	const place = { agency: agency.slug, location: location.slug };
	return <ReviewsScreen ctx={ctx} place={place} locationId={location.id} page={page} />;
}
