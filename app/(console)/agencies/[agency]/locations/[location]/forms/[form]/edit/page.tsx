import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackLink } from "#components/shell/back-link.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { listCustomFields } from "#lib/services/custom-fields/list.ts";
import { FormEditor } from "../../_components/form-editor.tsx";
import { formsHref } from "../../_components/places.ts";
import { requireFormAt } from "../find-form.ts";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("forms"))("editor.edit") };
}

export default async function EditFormPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/forms/[form]/edit">,
) {
	const { ctx, place, form, location, role } = await requireFormAt(await props.params);
	if (!(PERMISSIONS["crm.write"] as readonly PersonRole[]).includes(role)) notFound();
	const t = await textsOf("forms");
	const customFields = await listCustomFields(ctx, { locationId: location.id });

	return (
		<>
			<BackLink narrow href={`${formsHref(place)}/${form.id}`}>
				{t("editor.back")}
			</BackLink>
			<PageFrame narrow title={t("editor.edit")} text={<bdi className="wrap-anywhere">{form.name}</bdi>}>
				<FormEditor
					key={form.version}
					place={place}
					locationId={location.id}
					form={form}
					customFields={customFields}
				/>
			</PageFrame>
		</>
	);
}
