import { newId } from "#lib/core/ids.ts";
import { Prisma } from "#prisma/generated/client.ts";
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

/** Of what is due so many are looked at at a time. */
const LOOKED_AT_MAX = 100;

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
	await putOffBehind(tx, agencyId, endpointId, leaseEndsAt, now);
	return tx.$queryRaw<Claimed[]>`
		with room as (
			select least(${ofEndpoint}::int - count(*) filter (where l.endpoint_id = ${endpointId}::uuid),
				${ofAgency}::int - count(*)) as places
			from webhook_deliveries l
			where l.agency_id = ${agencyId}::uuid and l.lease is not null and l.lease_ends_at > ${now}
		), due as (
			${dueNow(agencyId, endpointId, now)}
		), taken as (
			select id from due where id = first_id order by next_at, seq limit (select greatest(places, 0) from room)
		)
		update webhook_deliveries w set lease = gen_random_uuid(), lease_ends_at = ${leaseEndsAt}
		from taken, webhook_events v
		where w.agency_id = ${agencyId}::uuid and w.id = taken.id and v.agency_id = w.agency_id and v.id = w.event_id
		returning w.id, w.lease, w.attempts, v.id as "eventId", v.type, v.created_at as "createdAt", v.data`;
}

/** The longest due at an endpoint that nobody has, each with the first of its subject that is not done and when that is free. */
const dueNow = (agencyId: string, endpointId: string, now: Date) => Prisma.sql`
	select d.id, d.next_at, d.seq, first.id as first_id, first.free_at from (
		select * from webhook_deliveries
		where agency_id = ${agencyId}::uuid and endpoint_id = ${endpointId}::uuid and state = 'PENDING'
			and next_at <= ${now} and (lease_ends_at is null or lease_ends_at <= ${now})
		order by next_at, seq limit ${LOOKED_AT_MAX}::int for update skip locked
	) d cross join lateral (
		select e.id, greatest(e.next_at, e.lease_ends_at) as free_at from webhook_deliveries e
		where e.agency_id = ${agencyId}::uuid and e.endpoint_id = ${endpointId}::uuid
			and e.subject_id = d.subject_id and e.state = 'PENDING'
		order by e.seq limit 1
	) first`;

/**
 * Puts off what is due behind another of its subject, so that a long queue of one subject is not looked at in every claim.
 * {@link wakeNext} ends that. Nothing is put off behind one that somebody is just bringing to its end, since the wake would
 * come too early: whoever ends it takes what is next.
 */
async function putOffBehind(tx: Tx, agencyId: string, endpointId: string, leaseEndsAt: Date, now: Date) {
	let putOff: number;
	do {
		putOff = await tx.$executeRaw`
			with due as (
				${dueNow(agencyId, endpointId, now)}
			), unfinished as (
				select f.id from webhook_deliveries f
				where f.agency_id = ${agencyId}::uuid and f.state = 'PENDING'
					and f.id in (select first_id from due where id <> first_id)
				for update skip locked
			)
			update webhook_deliveries w set next_at = greatest(due.free_at, ${leaseEndsAt}) from due, unfinished
			where w.agency_id = ${agencyId}::uuid and w.id = due.id and due.id <> due.first_id
				and unfinished.id = due.first_id`;
	} while (putOff === LOOKED_AT_MAX);
}

export type Attempt = {
	at: Date;
	ms: number;
	status: number | null;
	problem: string | null;
	answer: string | null;
};

/**
 * Writes what came of an attempt and gives the lease back. False when the lease is no longer the writer's: then what
 * becomes of the delivery is for somebody else to say, and the attempt is only added to the log.
 */
export async function writeAttempt(
	tx: Tx,
	agencyId: string,
	{ id, lease }: Pick<Claimed, "id" | "lease">,
	attempt: Attempt,
	{ state, nextAt, now }: { state: string; nextAt?: Date; now: Date },
): Promise<boolean> {
	const isOver = state !== "PENDING";
	const { count } = await tx.webhookDelivery.updateMany({
		where: { agencyId, id, lease, state: "PENDING" },
		data: {
			state,
			lease: null,
			leaseEndsAt: null,
			finishedAt: isOver ? now : null,
			...(nextAt && { nextAt }),
		},
	});
	if (count > 0 && isOver) await wakeNext(tx, agencyId, id, now);
	await tx.webhookDelivery.update({
		where: { agencyId_id: { agencyId, id } },
		data: {
			attempts: { increment: 1 },
			tries: { create: { id: newId(), ...attempt } },
		},
		select: { id: true },
	});
	return count > 0;
}

/** Makes due what stood behind a delivery that is over. */
const wakeNext = (tx: Tx, agencyId: string, id: string, now: Date) =>
	tx.$executeRaw`
		update webhook_deliveries set next_at = least(next_at, ${now}) where agency_id = ${agencyId}::uuid and id = (
			select n.id from webhook_deliveries o
			join webhook_deliveries n on n.agency_id = o.agency_id and n.endpoint_id = o.endpoint_id
				and n.subject_id = o.subject_id and n.state = 'PENDING'
			where o.agency_id = ${agencyId}::uuid and o.id = ${id}::uuid
			order by n.seq limit 1)`;

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

/**
 * Gives up what waits for an endpoint. Whoever delivers one of these right now finds that it is not theirs any more. Rows are
 * taken in the order in which {@link writeAttempt} takes those of a subject, so that neither waits for the other for ever.
 */
export const parkWaiting = (tx: Tx, agencyId: string, endpointId: string, now: Date) =>
	tx.$executeRaw`
		with waiting as (
			select id from webhook_deliveries
			where agency_id = ${agencyId}::uuid and endpoint_id = ${endpointId}::uuid and state = 'PENDING'
			order by seq for update
		)
		update webhook_deliveries w set state = 'PARKED', finished_at = ${now}, lease = null, lease_ends_at = null
		from waiting where w.agency_id = ${agencyId}::uuid and w.id = waiting.id`;

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
