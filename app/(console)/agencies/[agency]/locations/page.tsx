import type { Metadata } from "next";
import { Suspense } from "react";
import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireAgency } from "#lib/auth/require-context.ts";
import { PERMISSIONS } from "#lib/core/permissions.ts";
import { CreateLocationButton } from "./_components/create-location-button.tsx";
import { LOCATIONS_HEADING_ID } from "./_components/focus-targets.ts";
import { LocationActionsProvider } from "./_components/location-actions.tsx";
import { LocationsPanel } from "./_components/locations-panel.tsx";
import { loadLocationsSearch, toLocationQuery } from "./search-params.ts";

export const metadata: Metadata = { title: "Locations" };

export default async function LocationsPage(props: PageProps<"/agencies/[agency]/locations">) {
	const { agency: slug } = await props.params;
	const { ctx, agency, role } = await requireAgency(slug);
	const search = await loadLocationsSearch(props.searchParams);
	const mayChange = PERMISSIONS["location.write"].includes(role);

	return (
		<LocationActionsProvider place={{ agency: agency.slug }}>
			<PageFrame
				title="Locations"
				text={
					<>
						Where the customers of <bdi>{agency.name}</bdi> work, each with keys and people of its own.
					</>
				}
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
	);
}
