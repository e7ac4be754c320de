import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { Panel } from "#components/ui/panel.tsx";
import { ViewOnly } from "#components/ui/view-only.tsx";
import { requireLocation } from "#lib/auth/require-context.ts";
import { env } from "#lib/config/env.ts";
import { Id } from "#lib/core/ids.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { orNotFound } from "#lib/http/or-not-found.ts";
import { getLink } from "#lib/services/links/get.ts";
import { LinkActionsProvider } from "../_components/link-actions.tsx";
import { LinkMenu } from "../_components/link-menu.tsx";
import { LINKS_HEADING_ID, linksHref } from "../_components/places.ts";
import { ClicksPanel } from "./_components/clicks-panel.tsx";
import { LinkFacts } from "./_components/link-facts.tsx";
import { loadClicksSearch } from "./search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("links"))("one.title") };
}

export default async function LinkPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/links/[link]">,
) {
	const slugs = await props.params;
	const t = await textsOf("links");
	const { ctx, agency, location, role } = await requireLocation(slugs.agency, slugs.location);
	const id = Id.safeParse(slugs.link);
	if (!id.success) notFound();
	const link = await orNotFound(getLink(ctx, { linkId: id.data }));
	if (link.locationId !== location.id) notFound();
	const mayChange = (PERMISSIONS["crm.write"] as readonly PersonRole[]).includes(role);
	const place = { agency: agency.slug, location: location.slug };

	return (
		<LinkActionsProvider place={place} locationId={location.id} origin={env().APP_ORIGIN}>
			<div className="mx-auto max-w-screen-2xl px-4 pt-4 sm:-mb-3 sm:px-6 sm:pt-5">
				<Link
					href={linksHref(place)}
					className="inline-flex min-h-6 items-center gap-1 text-sm text-ink-muted hover:text-ink"
				>
					<ArrowLeft aria-hidden className="size-4" />
					{t("one.all")}
				</Link>
			</div>
			<PageFrame
				title={link.name}
				text={<bdi className="wrap-anywhere">{link.redirectTo}</bdi>}
				headingId={LINKS_HEADING_ID}
				action={mayChange ? <LinkMenu link={link} /> : <ViewOnly />}
			>
				<div className="space-y-4">
					<LinkFacts link={link} />
					<Panel>
						<Suspense fallback={<TableSkeleton columns={4} />}>
							<ClicksPanel ctx={ctx} linkId={link.id} search={await loadClicksSearch(props.searchParams)} />
						</Suspense>
					</Panel>
				</div>
			</PageFrame>
		</LinkActionsProvider>
	);
}
