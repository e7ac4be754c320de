import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ViewOnly } from "#components/ui/view-only.tsx";
import { requireLocation } from "#lib/auth/require-context.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { WORKFLOWS_HEADING_ID, workflowsHref } from "./_components/place.ts";
import { WorkflowsPanel } from "./_components/workflows-panel.tsx";
import { loadWorkflowsSearch, toWorkflowQuery } from "./search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("workflows"))("title") };
}

export default async function WorkflowsPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/workflows">,
) {
	const slugs = await props.params;
	const t = await textsOf("workflows");
	const { ctx, agency, location, role } = await requireLocation(slugs.agency, slugs.location);
	const mayChange = (PERMISSIONS["crm.write"] as readonly PersonRole[]).includes(role);
	const place = { agency: agency.slug, location: location.slug };
	const query = toWorkflowQuery(await loadWorkflowsSearch(props.searchParams), location.id);

	return (
		<PageFrame
			title={t("title")}
			text={t.rich("text", { location: location.name, bdi: MARKS.bdi })}
			headingId={WORKFLOWS_HEADING_ID}
			action={
				mayChange ? (
					<Link href={`${workflowsHref(place)}/new`} className={buttonStyle({ look: "primary" })}>
						<Plus aria-hidden className="size-4" />
						{t("create")}
					</Link>
				) : (
					<ViewOnly />
				)
			}
		>
			<Panel>
				<Suspense fallback={<TableSkeleton columns={6} />}>
					<WorkflowsPanel ctx={ctx} place={place} query={query} mayChange={mayChange} />
				</Suspense>
			</Panel>
		</PageFrame>
	);
}
