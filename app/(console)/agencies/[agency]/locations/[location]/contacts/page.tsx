import { SlidersHorizontal } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { requireLocation } from "#lib/auth/require-context.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import { listCustomFields } from "#lib/services/custom-fields/list.ts";
import { ContactActionsProvider } from "./_components/contact-actions.tsx";
import { contactsHref } from "./_components/contacts-href.ts";
import { ContactsPanel } from "./_components/contacts-panel.tsx";
import { CreateContactButton } from "./_components/create-contact-button.tsx";
import { CONTACTS_HEADING_ID } from "./_components/focus-targets.ts";
import { loadContactsSearch } from "./search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("contacts"))("title") };
}

export default async function ContactsPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/contacts">,
) {
	const slugs = await props.params;
	const t = await textsOf("contacts");
	const { ctx, agency, location } = await requireLocation(slugs.agency, slugs.location);
	const place = { agency: agency.slug, location: location.slug };
	const mayChange = isAllowed(ctx.grants, "crm.write", location.id);
	const fields = await listCustomFields(ctx, { locationId: location.id });

	return (
		<ContactActionsProvider site={{ place, locationId: location.id, fields, mayChange }}>
			<PageFrame
				title={t("title")}
				text={t.rich("text", { location: location.name, bdi: MARKS.bdi })}
				headingId={CONTACTS_HEADING_ID}
				action={
					<div className="flex flex-wrap items-center gap-2">
						<Link href={`${contactsHref(place)}/custom-fields`} className={buttonStyle({})}>
							<SlidersHorizontal aria-hidden className="size-4" />
							{t("customFields")}
						</Link>
						<CreateContactButton />
					</div>
				}
			>
				<Panel>
					<Suspense fallback={<TableSkeleton columns={5} />}>
						<ContactsPanel
							ctx={ctx}
							locationId={location.id}
							search={await loadContactsSearch(props.searchParams)}
						/>
					</Suspense>
				</Panel>
			</PageFrame>
		</ContactActionsProvider>
	);
}
