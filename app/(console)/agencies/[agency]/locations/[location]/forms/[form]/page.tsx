import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { BackLink } from "#components/shell/back-link.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ViewOnly } from "#components/ui/view-only.tsx";
import { env } from "#lib/config/env.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { DeleteFormProvider } from "../_components/delete-form.tsx";
import { FormMenu } from "../_components/form-menu.tsx";
import { FormStatus } from "../_components/forms-columns.tsx";
import { FORMS_HEADING_ID, formsHref } from "../_components/places.ts";
import { loadFormsSearch } from "../search-params.ts";
import { SharePanel } from "./_components/share-panel.tsx";
import { SubmissionsPanel } from "./_components/submissions-panel.tsx";
import { requireFormAt } from "./find-form.ts";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("forms"))("one.title") };
}

export default async function FormPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/forms/[form]">,
) {
	const { ctx, place, form, role } = await requireFormAt(await props.params);
	const t = await textsOf("forms");
	const mayChange = (PERMISSIONS["crm.write"] as readonly PersonRole[]).includes(role);
	const own = `${formsHref(place)}/${form.id}`;

	return (
		<DeleteFormProvider place={place}>
			<BackLink href={formsHref(place)}>{t("all")}</BackLink>
			<PageFrame
				title={form.name}
				text={<FormStatus enabled={form.enabled} />}
				headingId={FORMS_HEADING_ID}
				action={
					mayChange ? (
						<div className="flex gap-2">
							<Link href={`${own}/edit`} className={buttonStyle({ look: "secondary" })}>
								<Pencil aria-hidden className="size-4" />
								{t("edit")}
							</Link>
							<FormMenu place={place} form={form} />
						</div>
					) : (
						<ViewOnly />
					)
				}
			>
				<div className="space-y-4">
					<SharePanel form={form} origin={env().APP_ORIGIN} />
					<Panel>
						<Suspense fallback={<TableSkeleton columns={4} />}>
							<SubmissionsPanel
								ctx={ctx}
								form={form}
								exportHref={`${own}/export`}
								search={await loadFormsSearch(props.searchParams)}
							/>
						</Suspense>
					</Panel>
				</div>
			</PageFrame>
		</DeleteFormProvider>
	);
}
