import type { Metadata } from "next";
import { Suspense } from "react";
import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { MARKS } from "#components/texts/marks.tsx";
import { TextsFor } from "#components/texts/texts-for.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { Panel } from "#components/ui/panel.tsx";
import { requireAgency } from "#lib/auth/require-context.ts";
import { PERMISSIONS } from "#lib/core/permissions.ts";
import { CreateLocationButton } from "./_components/create-location-button.tsx";
import { LOCATIONS_HEADING_ID } from "./_components/focus-targets.ts";
import { LocationActionsProvider } from "./_components/location-actions.tsx";
import { LocationsPanel } from "./_components/locations-panel.tsx";
import { loadLocationsSearch, toLocationQuery } from "./search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("locations");
	return { title: t("title") };
}

export default async function LocationsPage(props: PageProps<"/agencies/[agency]/locations">) {
	const { agency: slug } = await props.params;
	const { ctx, agency, role } = await requireAgency(slug);
	const search = await loadLocationsSearch(props.searchParams);
	const t = await textsOf("locations");
	const mayChange = PERMISSIONS["location.write"].includes(role);

	return (
		<TextsFor areas={["locations"]}>
			<LocationActionsProvider place={{ agency: agency.slug }}>
				<PageFrame
					title={t("title")}
					text={t.rich("text", { ...MARKS, agency: agency.name })}
					headingId={LOCATIONS_HEADING_ID}
					action={<CreateLocationButton mayChange={mayChange} />}
				>
					<Panel>
						<Suspense fallback={<TableSkeleton columns={5} />}>
							<LocationsPanel
								ctx={ctx}
								agency={agency.slug}
								query={toLocationQuery(search)}
								mayChange={mayChange}
							/>
						</Suspense>
					</Panel>
				</PageFrame>
			</LocationActionsProvider>
		</TextsFor>
	);
}
