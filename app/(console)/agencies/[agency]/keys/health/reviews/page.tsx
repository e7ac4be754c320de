import type { Metadata } from "next";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireAgency } from "#lib/auth/require-context.ts";
import { ReviewsScreen } from "../_components/reviews-screen.tsx";
import { loadReviewsSearch } from "../search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("health"))("reviews.title") };
}

export default async function AgencyReviewsPage(props: PageProps<"/agencies/[agency]/keys/health/reviews">) {
	const { ctx, agency } = await requireAgency((await props.params).agency);
	const { page } = await loadReviewsSearch(props.searchParams);
	return <ReviewsScreen ctx={ctx} place={{ agency: agency.slug }} locationId={null} page={page} />;
}
