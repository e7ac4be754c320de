import type { Metadata } from "next";
import { Suspense } from "react";
import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { Panel } from "#components/ui/panel.tsx";
import { requireLocation } from "#lib/auth/require-context.ts";
import { env } from "#lib/config/env.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { CreateLinkButton } from "./_components/create-link-button.tsx";
import { LinkActionsProvider } from "./_components/link-actions.tsx";
import { LinksPanel } from "./_components/links-panel.tsx";
import { LINKS_HEADING_ID } from "./_components/places.ts";
import { loadLinksSearch } from "./search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("links"))("title") };
}

export default async function LinksPage(props: PageProps<"/agencies/[agency]/locations/[location]/links">) {
	const slugs = await props.params;
	const t = await textsOf("links");
	const { ctx, agency, location, role } = await requireLocation(slugs.agency, slugs.location);
	const mayChange = (PERMISSIONS["crm.write"] as readonly PersonRole[]).includes(role);
	const place = { agency: agency.slug, location: location.slug };

	return (
		<LinkActionsProvider place={place} locationId={location.id} origin={env().APP_ORIGIN}>
			<PageFrame
				title={t("title")}
				text={t.rich("text", { location: location.name, bdi: MARKS.bdi })}
				headingId={LINKS_HEADING_ID}
				action={<CreateLinkButton mayChange={mayChange} />}
			>
				<Panel>
					<Suspense fallback={<TableSkeleton columns={5} />}>
						<LinksPanel
							ctx={ctx}
							locationId={location.id}
							search={await loadLinksSearch(props.searchParams)}
							mayChange={mayChange}
						/>
					</Suspense>
				</Panel>
			</PageFrame>
		</LinkActionsProvider>
	);
}
