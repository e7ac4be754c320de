import { sayer } from "#components/texts/texts-of.ts";
import type { WebhookSummary } from "#lib/core/webhooks.ts";
import { listDeliveries } from "#lib/services/webhooks/list-deliveries.ts";
import { findWebhookDelivery } from "#lib/services/webhooks/read-delivery.ts";
import { isFiltered, type LogSearch, toDeliveryQuery } from "../search-params.ts";
import { LogTable } from "./log-table.tsx";

type LogPanelProps = {
	ctx: Parameters<typeof listDeliveries>[0];
	agency: string;
	webhook: WebhookSummary;
	search: LogSearch;
	mayChange: boolean;
};

/** Reads a page of a webhook's log. An address may name a page that is gone by now: it shows the last one that there is. */
export async function LogPanel({ ctx, agency, webhook, search, mayChange }: LogPanelProps) {
	const query = toDeliveryQuery(search, webhook.id);
	const open =
		search.delivery === null
			? null
			: await findWebhookDelivery(ctx, { endpointId: webhook.id, deliveryId: search.delivery });
	let shown = query;
	let list = await listDeliveries(ctx, query);
	if (list.rows.length === 0 && list.total > 0) {
		shown = { ...query, page: Math.ceil(list.total / query.pageSize) };
		list = await listDeliveries(ctx, shown);
	}
	const say = await sayer();
	const told = <Outcome extends { problem: string | null }>(one: Outcome) => ({
		...one,
		problem: one.problem && say(one.problem),
	});
	const rows = list.rows.map((row) => ({ ...row, lastAttempt: row.lastAttempt && told(row.lastAttempt) }));
	return (
		<LogTable
			agency={agency}
			page={{ ...list, rows, page: shown.page, size: search.size }}
			isEmpty={list.total === 0 && !isFiltered(search)}
			mayResend={mayChange && webhook.enabled}
			open={open && { ...open, tries: open.tries.map(told) }}
		/>
	);
}
