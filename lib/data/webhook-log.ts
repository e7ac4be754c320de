import { TEST_EVENT } from "#lib/core/webhook-events.ts";
import type { DeliveryState } from "#lib/core/webhook-log.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";

export type DeliveryQuery = {
	endpointId: string;
	state: DeliveryState | null;
	type: string | null;
	page: number;
	pageSize: number;
};

export type DeliveryRow = {
	id: string;
	eventId: string;
	type: string;
	subjectName: string | null;
	state: "PENDING" | "DELIVERED" | "PARKED";
	attempts: number;
	nextAt: Date;
	createdAt: Date;
	/** When it was last tried; null when it never was. */
	at: Date | null;
	status: number | null;
	problem: string | null;
};

const conditions = (
	agencyId: string,
	{ endpointId, state, type }: Omit<DeliveryQuery, "page" | "pageSize">,
) =>
	Prisma.join(
		[
			Prisma.sql`d.agency_id = ${agencyId}::uuid and d.endpoint_id = ${endpointId}::uuid`,
			...(state === null ? [] : [Prisma.sql`d.state = ${state.toUpperCase()}`]),
			...(type === null ? [] : [Prisma.sql`e.type = ${type}`]),
		],
		" and ",
	);

/** The key that an event is about, by the title that it has now. */
const subjectName = Prisma.sql`case when e.subject_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
	then (select k.title from api_keys k where k.agency_id = e.agency_id and k.id = e.subject_id::uuid) end`;

export async function countDeliveries(tx: Tx, agencyId: string, query: DeliveryQuery) {
	const [row] = await tx.$queryRaw<{ total: bigint }[]>`
		select count(*) as total from webhook_deliveries d
		join webhook_events e on e.agency_id = d.agency_id and e.id = d.event_id
		where ${conditions(agencyId, query)}`;
	return Number(row?.total ?? 0n);
}

/** A page of an endpoint's deliveries, the newest first, each with its last attempt. */
export const listDeliveryRows = (tx: Tx, agencyId: string, query: DeliveryQuery) =>
	tx.$queryRaw<DeliveryRow[]>`
		select d.id, d.event_id as "eventId", e.type, ${subjectName} as "subjectName", d.state, d.attempts,
			d.next_at as "nextAt", d.created_at as "createdAt", t.at, t.status, t.problem
		from webhook_deliveries d
		join webhook_events e on e.agency_id = d.agency_id and e.id = d.event_id
		left join lateral (
			select a.at, a.status, a.problem from webhook_attempts a
			where a.agency_id = d.agency_id and a.delivery_id = d.id order by a.at desc, a.id desc limit 1
		) t on true
		where ${conditions(agencyId, query)}
		order by d.seq desc limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`;

/** A delivery with its event and all attempts, the newest first; null when there is none at an endpoint that exists. */
export const findDelivery = (tx: Tx, agencyId: string, id: string) =>
	tx.webhookDelivery.findFirst({
		where: { agencyId, id, endpoint: { deletedAt: null } },
		select: {
			id: true,
			endpointId: true,
			eventId: true,
			subjectId: true,
			state: true,
			attempts: true,
			nextAt: true,
			createdAt: true,
			event: { select: { type: true, data: true, createdAt: true } },
			tries: {
				select: { id: true, at: true, ms: true, status: true, problem: true, answer: true },
				orderBy: [{ at: "desc" }, { id: "desc" }],
			},
		},
	});

/** What a key is called; null for what is no key. */
export async function findSubjectName(tx: Tx, agencyId: string, eventId: string) {
	const [row] = await tx.$queryRaw<{ name: string | null }[]>`
		select ${subjectName} as name from webhook_events e
		where e.agency_id = ${agencyId}::uuid and e.id = ${eventId}::uuid`;
	return row?.name ?? null;
}

/** The tests that an endpoint was sent after a moment. */
export const countTestsSince = (tx: Tx, agencyId: string, endpointId: string, since: Date) =>
	tx.webhookDelivery.count({
		where: { agencyId, endpointId, createdAt: { gt: since }, event: { type: TEST_EVENT } },
	});

/** The state of a delivery. It and its endpoint are held until the transaction ends; null when there is none. */
export async function lockDelivery(tx: Tx, agencyId: string, id: string) {
	await tx.$queryRaw`
		select 1 from webhook_endpoints e where e.agency_id = ${agencyId}::uuid and e.id = (
			select d.endpoint_id from webhook_deliveries d where d.agency_id = ${agencyId}::uuid and d.id = ${id}::uuid
		) for no key update`;
	await tx.$queryRaw`
		select 1 from webhook_deliveries where agency_id = ${agencyId}::uuid and id = ${id}::uuid for update`;
	return tx.webhookDelivery.findFirst({
		where: { agencyId, id, endpoint: { deletedAt: null } },
		select: {
			id: true,
			endpointId: true,
			eventId: true,
			state: true,
			endpoint: { select: { enabled: true } },
			event: { select: { type: true } },
		},
	});
}

/** Makes a delivery that is over wait again, due at once. Its event, and so its `webhook-id`, stays the same. */
export const resetDelivery = (tx: Tx, agencyId: string, id: string, now: Date) =>
	tx.webhookDelivery.update({
		where: { agencyId_id: { agencyId, id } },
		data: { state: "PENDING", attempts: 0, nextAt: now, lease: null, leaseEndsAt: null, finishedAt: null },
		select: { id: true },
	});
