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
import { DeleteFormProvider } from "./_components/delete-form.tsx";
import { FormsPanel } from "./_components/forms-panel.tsx";
import { FORMS_HEADING_ID, formsHref } from "./_components/places.ts";
import { loadFormsSearch } from "./search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("forms"))("title") };
}

export default async function FormsPage(props: PageProps<"/agencies/[agency]/locations/[location]/forms">) {
	const slugs = await props.params;
	const t = await textsOf("forms");
	const { ctx, agency, location, role } = await requireLocation(slugs.agency, slugs.location);
	const mayChange = (PERMISSIONS["crm.write"] as readonly PersonRole[]).includes(role);
	const place = { agency: agency.slug, location: location.slug };

	return (
		<DeleteFormProvider place={place}>
			<PageFrame
				title={t("title")}
				text={t.rich("text", { location: location.name, bdi: MARKS.bdi })}
				headingId={FORMS_HEADING_ID}
				action={
					mayChange ? (
						<Link href={`${formsHref(place)}/new`} className={buttonStyle({ look: "primary" })}>
							<Plus aria-hidden className="size-4" />
							{t("create")}
						</Link>
					) : (
						<ViewOnly />
					)
				}
			>
				<Panel>
					<Suspense fallback={<TableSkeleton columns={5} />}>
						<FormsPanel
							ctx={ctx}
							place={place}
							locationId={location.id}
							search={await loadFormsSearch(props.searchParams)}
							mayChange={mayChange}
						/>
					</Suspense>
				</Panel>
			</PageFrame>
		</DeleteFormProvider>
	);
}
