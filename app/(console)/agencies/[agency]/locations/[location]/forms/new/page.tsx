import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackLink } from "#components/shell/back-link.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireLocation } from "#lib/auth/require-context.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { listCustomFields } from "#lib/services/custom-fields/list.ts";
import { FormEditor } from "../_components/form-editor.tsx";
import { formsHref } from "../_components/places.ts";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("forms"))("create") };
}

export default async function NewFormPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/forms/new">,
) {
	const slugs = await props.params;
	const t = await textsOf("forms");
	const { ctx, agency, location, role } = await requireLocation(slugs.agency, slugs.location);
	if (!(PERMISSIONS["crm.write"] as readonly PersonRole[]).includes(role)) notFound();
	const place = { agency: agency.slug, location: location.slug };
	const customFields = await listCustomFields(ctx, { locationId: location.id });

	return (
		<>
			<BackLink narrow href={formsHref(place)}>
				{t("all")}
			</BackLink>
			<PageFrame narrow title={t("create")} text={t("editor.createText")}>
				<FormEditor place={place} locationId={location.id} form={null} customFields={customFields} />
			</PageFrame>
		</>
	);
}
