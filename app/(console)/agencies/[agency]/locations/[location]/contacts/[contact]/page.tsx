import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireLocation } from "#lib/auth/require-context.ts";
import { AppError } from "#lib/core/errors.ts";
import { Id } from "#lib/core/ids.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import { getContact } from "#lib/services/contacts/get.ts";
import { readActivity } from "#lib/services/contacts/read-activity.ts";
import { summarizeContact } from "#lib/services/contacts/summarize.ts";
import { listCustomFields } from "#lib/services/custom-fields/list.ts";
import { ContactActionsProvider } from "../_components/contact-actions.tsx";
import { contactsHref } from "../_components/contacts-href.ts";
import { CONTACTS_HEADING_ID } from "../_components/focus-targets.ts";
import { ActivityPanels } from "./_components/activity-panels.tsx";
import { ContactButtons } from "./_components/contact-buttons.tsx";
import { ContactPanel } from "./_components/contact-panel.tsx";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("contacts"))("one.title") };
}

/** The contact that an address names, at the location that it names; otherwise the page that says "not found". */
async function loadContact(ctx: Parameters<typeof getContact>[0], id: string, locationId: string) {
	const contactId = Id.safeParse(id);
	if (!contactId.success) notFound();
	try {
		const contact = await getContact(ctx, { contactId: contactId.data });
		return contact.locationId === locationId ? contact : notFound();
	} catch (error) {
		if (error instanceof AppError && error.code === "not_found") notFound();
		throw error;
	}
}

export default async function ContactPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/contacts/[contact]">,
) {
	const slugs = await props.params;
	const t = await textsOf("contacts");
	const { ctx, agency, location } = await requireLocation(slugs.agency, slugs.location);
	const contact = summarizeContact(await loadContact(ctx, slugs.contact, location.id));
	const fields = await listCustomFields(ctx, { locationId: location.id });
	const activity = await readActivity(ctx, { contactId: contact.id });
	const place = { agency: agency.slug, location: location.slug };
	const mayChange = isAllowed(ctx.grants, "crm.write", location.id);

	return (
		<ContactActionsProvider site={{ place, locationId: location.id, fields, mayChange }}>
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
				title={contact.name}
				text={t.rich("one.text", { location: location.name, bdi: MARKS.bdi })}
				headingId={CONTACTS_HEADING_ID}
				action={<ContactButtons contact={contact} />}
			>
				<div className="space-y-4">
					<ContactPanel contact={contact} fields={fields} />
					<ActivityPanels activity={activity} />
				</div>
			</PageFrame>
		</ContactActionsProvider>
	);
}
