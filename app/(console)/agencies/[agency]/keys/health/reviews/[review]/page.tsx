import type { Metadata } from "next";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireAgency } from "#lib/auth/require-context.ts";
import { loadReview } from "../../_components/load-review.ts";
import { RecordScreen } from "../../_components/record-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("health"))("reviews.title") };
}

export default async function AgencyReviewPage(
	props: PageProps<"/agencies/[agency]/keys/health/reviews/[review]">,
) {
	const params = await props.params;
	const { ctx, agency } = await requireAgency(params.agency);
	const review = await loadReview(ctx, null, params.review);
	return <RecordScreen review={review} place={{ agency: agency.slug }} />;
}
