import type { WebhookEventType } from "#lib/core/webhook-events.ts";
import type { Tx } from "./client.ts";

const facts = {
	id: true,
	url: true,
	description: true,
	events: true,
	enabled: true,
	version: true,
} as const;

export type EndpointFacts = NonNullable<Awaited<ReturnType<typeof findEndpoint>>>;

/** The endpoint; null when it is absent, deleted or another agency's. */
export const findEndpoint = (tx: Tx, agencyId: string, id: string) =>
	tx.webhookEndpoint.findFirst({ where: { agencyId, id, deletedAt: null }, select: facts });

/** {@link findEndpoint}, holding the row until the transaction ends. */
export async function lockEndpoint(tx: Tx, agencyId: string, id: string) {
	await tx.$queryRaw`
		select 1 from webhook_endpoints where agency_id = ${agencyId}::uuid and id = ${id}::uuid for no key update`;
	return findEndpoint(tx, agencyId, id);
}

export const countEndpoints = (tx: Tx, agencyId: string) =>
	tx.webhookEndpoint.count({ where: { agencyId, deletedAt: null } });

type EndpointFields = { url: string; description: string; events: string[]; enabled: boolean };

export const insertEndpoint = (
	tx: Tx,
	agencyId: string,
	endpoint: EndpointFields & { id: string; createdByName: string },
	now: Date,
) =>
	tx.webhookEndpoint.create({
		data: { agencyId, ...endpoint, createdAt: now, updatedAt: now },
		select: facts,
	});

export const updateEndpoint = (
	tx: Tx,
	agencyId: string,
	id: string,
	change: Partial<EndpointFields> & { deletedAt?: Date },
	now: Date,
) =>
	tx.webhookEndpoint.update({
		where: { agencyId_id: { agencyId, id } },
		data: { ...change, updatedAt: now, version: { increment: 1 } },
		select: facts,
	});

export type EndpointRow = {
	id: string;
	url: string;
	description: string;
	events: WebhookEventType[];
	enabled: boolean;
	isFailing: boolean;
	lastState: "PENDING" | "DELIVERED" | "PARKED" | null;
	lastAt: Date | null;
	createdAt: Date;
	createdByName: string;
	version: number;
};

/**
 * The agency's endpoints, or the one that is named, the oldest first. One is failing while something that was tried has
 * to be tried again, or when the newest that is over was given up after it was tried.
 */
export const listEndpointRows = (tx: Tx, agencyId: string, endpointId: string | null = null) =>
	tx.$queryRaw<EndpointRow[]>`
		select e.id, e.url, e.description, e.events, e.enabled, e.version, e.created_at as "createdAt",
			e.created_by_name as "createdByName", last.state as "lastState", last.at as "lastAt",
			coalesce(over.state = 'PARKED' and over.attempts > 0, false) or exists (
				select 1 from webhook_deliveries d
				where d.agency_id = e.agency_id and d.endpoint_id = e.id and d.state = 'PENDING' and d.attempts > 0
			) as "isFailing"
		from webhook_endpoints e
		left join lateral (
			select d.state, coalesce(d.finished_at, d.created_at) as at from webhook_deliveries d
			where d.agency_id = e.agency_id and d.endpoint_id = e.id order by d.seq desc limit 1
		) last on true
		left join lateral (
			select d.state, d.attempts from webhook_deliveries d
			where d.agency_id = e.agency_id and d.endpoint_id = e.id and d.state <> 'PENDING'
			order by d.seq desc limit 1
		) over on true
		where e.agency_id = ${agencyId}::uuid and e.deleted_at is null
			and (${endpointId}::uuid is null or e.id = ${endpointId}::uuid)
		order by e.created_at, e.id`;
