import type { Metadata } from "next";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireLocation } from "#lib/auth/require-context.ts";
import { PERMISSIONS } from "#lib/core/permissions.ts";
import { HealthScreen } from "../../../../keys/health/_components/health-screen.tsx";
import { loadHealthSearch } from "../../../../keys/health/search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("health"))("title") };
}

export default async function LocationHealthPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/keys/health">,
) {
	const slugs = await props.params;
	const { ctx, agency, location, role } = await requireLocation(slugs.agency, slugs.location);
	const search = await loadHealthSearch(props.searchParams);
	const site = {
		place: { agency: agency.slug, location: location.slug },
		locationId: location.id,
		name: location.name,
		mayFix: PERMISSIONS["location_key.write"].includes(role),
	};
	return <HealthScreen ctx={ctx} site={site} search={search} />;
}
