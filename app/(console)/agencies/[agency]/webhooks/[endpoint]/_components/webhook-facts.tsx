import type { ReactNode } from "react";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { WEBHOOK_EVENTS } from "#lib/core/webhook-events.ts";
import type { WebhookSummary } from "#lib/core/webhooks.ts";
import { WebhookStatus } from "../../_components/webhook-status.tsx";

/** What a webhook is, and what is wrong with it. */
export async function WebhookFacts({ webhook }: { webhook: WebhookSummary }) {
	const t = await textsOf("webhooks");
	return (
		<Panel>
			<dl className="grid grid-cols-[auto_1fr] gap-x-8 gap-y-4 px-4 py-4 text-sm sm:grid-cols-[auto_auto_1fr] sm:px-5">
				<Fact name={t("status")}>
					<WebhookStatus webhook={webhook} />
				</Fact>
				<Fact name={t("added")}>
					{t.rich("addedBy", {
						...MARKS,
						when: () => <RelativeTime value={webhook.createdAt} />,
						name: webhook.createdByName,
					})}
				</Fact>
				<Fact name={t("events")} className="max-sm:col-span-2">
					{webhook.events.length === WEBHOOK_EVENTS.length ? (
						t("allEvents")
					) : (
						<ul className="flex flex-wrap gap-1.5">
							{webhook.events.map((event) => (
								<li
									key={event}
									className="rounded-md border border-line bg-sunken px-1.5 font-mono text-xs leading-5.5"
								>
									{event}
								</li>
							))}
						</ul>
					)}
				</Fact>
				{webhook.description && (
					<Fact name={t("description")} className="col-span-2 sm:col-span-3">
						<bdi>{webhook.description}</bdi>
					</Fact>
				)}
			</dl>
			<Trouble webhook={webhook} />
		</Panel>
	);
}

async function Trouble({ webhook }: { webhook: WebhookSummary }) {
	if (webhook.enabled && !webhook.isFailing) return null;
	const t = await textsOf("webhooks");
	return (
		<div className="px-4 pb-4 sm:px-5">
			{webhook.enabled ? (
				<Notice look="bad">{t("failingText")}</Notice>
			) : (
				<Notice look="note">{t("offText")}</Notice>
			)}
		</div>
	);
}

const Fact = (props: { name: string; className?: string; children: ReactNode }) => (
	<div className={props.className}>
		<dt className="mb-1 text-xs text-ink-muted">{props.name}</dt>
		<dd className="min-w-0 wrap-anywhere">{props.children}</dd>
	</div>
);
