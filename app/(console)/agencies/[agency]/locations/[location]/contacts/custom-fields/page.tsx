import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { Panel } from "#components/ui/panel.tsx";
import { requireLocation } from "#lib/auth/require-context.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import { listUsedCustomFields } from "#lib/services/custom-fields/list.ts";
import { contactsHref } from "../_components/contacts-href.ts";
import { CreateFieldButton } from "./_components/create-field-button.tsx";
import { FieldActionsProvider } from "./_components/field-actions.tsx";
import { FieldsTable } from "./_components/fields-table.tsx";
import { FIELDS_HEADING_ID } from "./_components/focus-targets.ts";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("contacts"))("fields.title") };
}

export default async function CustomFieldsPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/contacts/custom-fields">,
) {
	const slugs = await props.params;
	const t = await textsOf("contacts");
	const { ctx, agency, location } = await requireLocation(slugs.agency, slugs.location);
	const place = { agency: agency.slug, location: location.slug };
	const mayChange = isAllowed(ctx.grants, "crm.write", location.id);
	const rows = await listUsedCustomFields(ctx, { locationId: location.id });

	return (
		<FieldActionsProvider site={{ place, locationId: location.id, mayChange }}>
			<div className="mx-auto max-w-screen-2xl px-4 pt-4 sm:-mb-3 sm:px-6 sm:pt-5">
				<Link
					href={contactsHref(place)}
					className="inline-flex min-h-6 items-center gap-1 text-sm text-ink-muted hover:text-ink"
				>
					<ArrowLeft aria-hidden className="size-4" />
					{t("one.all")}
				</Link>
			</div>
			<PageFrame
				title={t("fields.title")}
				text={t.rich("fields.text", { location: location.name, bdi: MARKS.bdi })}
				headingId={FIELDS_HEADING_ID}
				action={<CreateFieldButton />}
			>
				<Panel>
					<FieldsTable rows={rows} />
				</Panel>
			</PageFrame>
		</FieldActionsProvider>
	);
}
