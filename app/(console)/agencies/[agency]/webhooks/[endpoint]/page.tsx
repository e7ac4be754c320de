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
import { requireAgency } from "#lib/auth/require-context.ts";
import { Id } from "#lib/core/ids.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { findWebhook } from "#lib/services/webhooks/read.ts";
import { WEBHOOKS_HEADING_ID } from "../_components/focus-targets.ts";
import { WebhookActionsProvider } from "../_components/webhook-actions.tsx";
import { LogPanel } from "./_components/log-panel.tsx";
import { WebhookButtons } from "./_components/webhook-buttons.tsx";
import { WebhookFacts } from "./_components/webhook-facts.tsx";
import { loadLogSearch } from "./search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("webhooks");
	return { title: t("one") };
}

export default async function WebhookPage(props: PageProps<"/agencies/[agency]/webhooks/[endpoint]">) {
	const { agency: slug, endpoint } = await props.params;
	const { ctx, agency, role } = await requireAgency(slug);
	const id = Id.safeParse(endpoint);
	const webhook = id.success ? await findWebhook(ctx, { endpointId: id.data }) : null;
	if (!webhook) notFound();
	const t = await textsOf("webhooks");
	const mayChange = (PERMISSIONS["webhook.write"] as readonly PersonRole[]).includes(role);

	return (
		<WebhookActionsProvider agency={agency.slug}>
			<div className="mx-auto max-w-screen-2xl px-4 pt-4 sm:px-6 sm:pt-5 sm:-mb-3">
				<Link
					href={`/agencies/${agency.slug}/webhooks`}
					className="inline-flex min-h-6 items-center gap-1 text-sm text-ink-muted hover:text-ink"
				>
					<ArrowLeft aria-hidden className="size-4" />
					{t("all")}
				</Link>
			</div>
			<PageFrame
				title={new URL(webhook.url).host}
				text={<bdi className="wrap-anywhere">{webhook.url}</bdi>}
				headingId={WEBHOOKS_HEADING_ID}
				action={mayChange ? <WebhookButtons agency={agency.slug} webhook={webhook} /> : <ViewOnly />}
			>
				<div className="space-y-4">
					<WebhookFacts webhook={webhook} />
					<Panel>
						<Suspense fallback={<TableSkeleton columns={5} />}>
							<LogPanel
								ctx={ctx}
								agency={agency.slug}
								webhook={webhook}
								search={await loadLogSearch(props.searchParams)}
								mayChange={mayChange}
							/>
						</Suspense>
					</Panel>
				</div>
			</PageFrame>
		</WebhookActionsProvider>
	);
}
