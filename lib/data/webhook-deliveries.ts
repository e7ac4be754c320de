import { newId } from "#lib/core/ids.ts";
import type { Database, Tx } from "./client.ts";

/** The endpoint, also one that was deleted. */
export const findEndpoint = (tx: Tx, agencyId: string, endpointId: string) =>
	tx.webhookEndpoint.findUnique({
		where: { agencyId_id: { agencyId, id: endpointId } },
		select: { id: true, url: true, enabled: true, deletedAt: true },
	});

export type Claimed = {
	id: string;
	lease: string;
	attempts: number;
	eventId: string;
	type: string;
	createdAt: Date;
	data: unknown;
};

type Bounds = { ofEndpoint: number; ofAgency: number; leaseMs: number };

/**
 * Takes deliveries that are due, the oldest first, under leases: of each subject only the first that is not yet done, and
 * no more than may be on their way at once to the endpoint and from the agency. Claims of one agency wait for each other,
 * since each counts what the others took.
 */
export async function claimDeliveries(
	tx: Tx,
	agencyId: string,
	endpointId: string,
	{ ofEndpoint, ofAgency, leaseMs }: Bounds,
	now: Date,
): Promise<Claimed[]> {
	const leaseEndsAt = new Date(now.getTime() + leaseMs);
	await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`webhooks of ${agencyId}`}, 0))`;
	return tx.$queryRaw<Claimed[]>`
		with room as (
			select least(${ofEndpoint}::int - count(*) filter (where l.endpoint_id = ${endpointId}::uuid),
				${ofAgency}::int - count(*)) as places
			from webhook_deliveries l
			where l.agency_id = ${agencyId}::uuid and l.lease is not null and l.lease_ends_at > ${now}
		), due as (
			select d.id, d.next_at, d.seq from webhook_deliveries d
			where d.agency_id = ${agencyId}::uuid and d.endpoint_id = ${endpointId}::uuid and d.state = 'PENDING'
				and d.next_at <= ${now} and (d.lease_ends_at is null or d.lease_ends_at <= ${now})
				and not exists (select from webhook_deliveries e
					where e.agency_id = d.agency_id and e.endpoint_id = d.endpoint_id and e.subject_id = d.subject_id
						and e.state = 'PENDING' and e.seq < d.seq)
			order by d.next_at, d.seq
			limit ${ofEndpoint}::int
			for update skip locked
		), taken as (
			select id from due order by next_at, seq limit (select greatest(places, 0) from room)
		)
		update webhook_deliveries w set lease = gen_random_uuid(), lease_ends_at = ${leaseEndsAt}
		from taken, webhook_events v
		where w.agency_id = ${agencyId}::uuid and w.id = taken.id and v.agency_id = w.agency_id and v.id = w.event_id
		returning w.id, w.lease, w.attempts, v.id as "eventId", v.type, v.created_at as "createdAt", v.data`;
}

export type Attempt = {
	at: Date;
	ms: number;
	status: number | null;
	problem: string | null;
	answer: string | null;
};

/**
 * Writes what came of an attempt and gives the lease back. False when the lease is no longer the writer's: then somebody
 * else has the delivery, and nothing is written.
 */
export async function writeAttempt(
	tx: Tx,
	agencyId: string,
	{ id, lease, attempts }: Pick<Claimed, "id" | "lease" | "attempts">,
	attempt: Attempt,
	{ state, nextAt, now }: { state: string; nextAt?: Date; now: Date },
): Promise<boolean> {
	const { count } = await tx.webhookDelivery.updateMany({
		where: { agencyId, id, lease, state: "PENDING" },
		data: {
			state,
			attempts: attempts + 1,
			lease: null,
			leaseEndsAt: null,
			finishedAt: state === "PENDING" ? null : now,
			...(nextAt && { nextAt }),
		},
	});
	if (count === 0) return false;
	await tx.webhookAttempt.create({
		data: { agencyId, id: newId(), deliveryId: id, ...attempt },
		select: { id: true },
	});
	return true;
}

/** When something at the endpoint can next be taken: it is due, first of its subject, and nobody has it. Null when nothing waits. */
export async function findNextDue(tx: Tx, agencyId: string, endpointId: string): Promise<Date | null> {
	const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
		select min(first.at) as at from (
			select distinct on (subject_id) greatest(next_at, lease_ends_at) as at from webhook_deliveries
			where agency_id = ${agencyId}::uuid and endpoint_id = ${endpointId}::uuid and state = 'PENDING'
			order by subject_id, seq
		) first`;
	return row?.at ?? null;
}

/** Parks what still waits for an endpoint: all of it, or what is older than a moment. Whoever is at it loses the lease. */
export const parkWaiting = (
	tx: Tx,
	agencyId: string,
	endpointId: string,
	{ now, before }: { now: Date; before?: Date },
) =>
	tx.webhookDelivery.updateMany({
		where: { agencyId, endpointId, state: "PENDING", ...(before && { createdAt: { lt: before } }) },
		data: { state: "PARKED", finishedAt: now, lease: null, leaseEndsAt: null },
	});

export const countParked = (tx: Tx, agencyId: string, endpointId: string) =>
	tx.webhookDelivery.count({ where: { agencyId, endpointId, state: "PARKED" } });

/** The endpoints, of all agencies, at which something is due that nobody has. */
export const listDueEndpoints = ({ db }: Pick<Database, "db">, now: Date, max: number) =>
	db.$queryRaw<{ agencyId: string; endpointId: string }[]>`
		select agency_id as "agencyId", endpoint_id as "endpointId" from latchkey_due_webhooks(${now}, ${max}::int)`;

/** Deletes up to `max` events, with their deliveries, of which the last was done before a moment. Returns how many. */
export const deleteDoneEvents = (tx: Tx, agencyId: string, before: Date, max: number) =>
	tx.$executeRaw`delete from webhook_events where agency_id = ${agencyId}::uuid and id in (
		select v.id from webhook_events v
		where v.agency_id = ${agencyId}::uuid and v.created_at < ${before}
			and not exists (select from webhook_deliveries d where d.agency_id = v.agency_id and d.event_id = v.id
				and (d.finished_at is null or d.finished_at >= ${before}))
		limit ${max}::int for update skip locked)`;
