import type { Metadata } from "next";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireLocation } from "#lib/auth/require-context.ts";
import { PERMISSIONS } from "#lib/core/permissions.ts";
import { OverviewScreen } from "../../_components/overview-screen.tsx";
import { SuspendedNotice } from "../../keys/_components/suspended-notice.tsx";
import { loadOverviewSearch } from "../../search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("overview");
	return { title: t("title") };
}

export default async function LocationOverviewPage(
	props: PageProps<"/agencies/[agency]/locations/[location]">,
) {
	const slugs = await props.params;
	const { ctx, agency, location, role } = await requireLocation(slugs.agency, slugs.location);
	const { period } = await loadOverviewSearch(props.searchParams);
	const t = await textsOf("overview");

	return (
		<OverviewScreen
			ctx={ctx}
			place={{ agency: agency.slug, location: location.slug }}
			locationId={location.id}
			period={period}
			text={t.rich("ofLocation", { name: () => <bdi>{location.name}</bdi> })}
			mayReadAudit={PERMISSIONS["location_audit.read"].includes(role)}
			notice={location.isSuspended && <SuspendedNotice />}
		/>
	);
}
