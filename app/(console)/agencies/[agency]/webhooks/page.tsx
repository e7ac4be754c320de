import type { Metadata } from "next";
import { Suspense } from "react";
import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { Panel } from "#components/ui/panel.tsx";
import { requireAgency } from "#lib/auth/require-context.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { CreateWebhookButton } from "./_components/create-webhook-button.tsx";
import { WEBHOOKS_HEADING_ID } from "./_components/focus-targets.ts";
import { VerifyPanel } from "./_components/verify-panel.tsx";
import { WebhookActionsProvider } from "./_components/webhook-actions.tsx";
import { WebhooksPanel } from "./_components/webhooks-panel.tsx";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("webhooks");
	return { title: t("title") };
}

export default async function WebhooksPage(props: PageProps<"/agencies/[agency]/webhooks">) {
	const { agency: slug } = await props.params;
	const { ctx, agency, role } = await requireAgency(slug);
	const t = await textsOf("webhooks");
	const maySee: readonly PersonRole[] = PERMISSIONS["shared_secret.use"];
	const secretHref = maySee.includes(role) ? `/agencies/${agency.slug}/shared-secret` : null;
	const mayChange = (PERMISSIONS["webhook.write"] as readonly PersonRole[]).includes(role);

	return (
		<WebhookActionsProvider agency={agency.slug}>
			<PageFrame
				title={t("title")}
				text={t.rich("text", { ...MARKS, agency: agency.name })}
				headingId={WEBHOOKS_HEADING_ID}
				action={<CreateWebhookButton mayChange={mayChange} />}
			>
				<div className="space-y-4">
					<Panel>
						<Suspense fallback={<TableSkeleton columns={4} />}>
							<WebhooksPanel ctx={ctx} agency={agency.slug} mayChange={mayChange} secretHref={secretHref} />
						</Suspense>
					</Panel>
					<VerifyPanel secretHref={secretHref} />
				</div>
			</PageFrame>
		</WebhookActionsProvider>
	);
}
