import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackLink } from "#components/shell/back-link.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireLocation } from "#lib/auth/require-context.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { listNameableParts } from "#lib/services/workflows/list-nameable.ts";
import { workflowsHref } from "../_components/place.ts";
import { WorkflowEditor } from "../_components/workflow-editor.tsx";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("workflows"))("editor.title") };
}

export default async function NewWorkflowPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/workflows/new">,
) {
	const slugs = await props.params;
	const t = await textsOf("workflows");
	const { ctx, agency, location, role } = await requireLocation(slugs.agency, slugs.location);
	if (!(PERMISSIONS["crm.write"] as readonly PersonRole[]).includes(role)) notFound();
	const place = { agency: agency.slug, location: location.slug };

	return (
		<>
			<BackLink href={workflowsHref(place)} narrow>
				{t("all")}
			</BackLink>
			<PageFrame title={t("editor.title")} text={t("editor.text")} narrow>
				<WorkflowEditor
					place={place}
					locationId={location.id}
					workflow={null}
					nameable={await listNameableParts(ctx, { locationId: location.id })}
				/>
			</PageFrame>
		</>
	);
}
