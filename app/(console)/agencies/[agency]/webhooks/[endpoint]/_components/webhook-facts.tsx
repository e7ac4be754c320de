import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { WEBHOOK_EVENTS } from "#lib/core/webhook-events.ts";
import type { WebhookSummary } from "#lib/core/webhooks.ts";
import { WebhookStatus } from "../../_components/webhook-status.tsx";

/** What a webhook is, and what is wrong with it. */
export const WebhookFacts = ({ webhook }: { webhook: WebhookSummary }) => (
	<Panel>
		<dl className="grid grid-cols-[auto_1fr] gap-x-8 gap-y-4 px-4 py-4 text-sm sm:grid-cols-[auto_auto_1fr] sm:px-5">
			<Fact name="Status">
				<WebhookStatus webhook={webhook} />
			</Fact>
			<Fact name="Added">
				<RelativeTime value={webhook.createdAt} /> by <bdi>{webhook.createdByName}</bdi>
			</Fact>
			<Fact name="Events" className="max-sm:col-span-2">
				{webhook.events.length === WEBHOOK_EVENTS.length ? (
					"All events"
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
				<Fact name="Description" className="col-span-2 sm:col-span-3">
					<bdi>{webhook.description}</bdi>
				</Fact>
			)}
		</dl>
		<Trouble webhook={webhook} />
	</Panel>
);

function Trouble({ webhook }: { webhook: WebhookSummary }) {
	if (webhook.enabled && !webhook.isFailing) return null;
	return (
		<div className="px-4 pb-4 sm:px-5">
			{webhook.enabled ? (
				<Notice look="bad">
					The last messages did not get through. Each is tried again, less and less often, for three days;
					then it is parked, and can be sent again from the log.
				</Notice>
			) : (
				<Notice look="note">
					Switched off: nothing is sent to it, and what happens meanwhile is not sent later.
				</Notice>
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
