import { newId } from "#lib/core/ids.ts";
import { WEBHOOK_EVENTS, type WebhookEventType } from "#lib/core/webhook-events.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { publishEvent } from "#lib/services/webhooks/publish.ts";
import { NOW } from "./factories.ts";
import type { World } from "./world.ts";

export type TestEndpoint = { agencyId: string; id: string };

type EndpointOptions = {
	url?: string;
	events?: readonly WebhookEventType[];
	enabled?: boolean;
	deletedAt?: Date;
};

/** An endpoint that is on and hears of everything, unless the options say otherwise. Leaves no audit event. */
export async function makeEndpoint(
	{ owner }: World,
	agency: { id: string },
	{
		url = "https://hooks.example.test/",
		events = WEBHOOK_EVENTS,
		enabled = true,
		deletedAt,
	}: EndpointOptions = {},
): Promise<TestEndpoint> {
	const id = newId();
	await owner.query(
		`insert into webhook_endpoints (agency_id, id, url, events, enabled, created_at, created_by_name, updated_at, deleted_at)
			values ($1, $2, $3, $4, $5, $6, 'Somebody', $6, $7)`,
		[agency.id, id, url, events, enabled, NOW, deletedAt ?? null],
	);
	return { agencyId: agency.id, id };
}

/** An event about anything, for every endpoint that wants such events. */
export const publish = (world: World, agency: { id: string }, subjectId: string, now: Date, data = {}) =>
	transactAs(world.database, { agencyId: agency.id }, (tx) =>
		publishEvent(tx, { agencyId: agency.id, now }, { type: "key.updated", subjectId, data }),
	);

export type StoredDelivery = {
	id: string;
	event_id: string;
	subject_id: string;
	state: string;
	attempts: number;
	next_at: Date;
	lease: string | null;
};

/** The deliveries to an endpoint, the oldest first. */
export async function storedDeliveries({ owner }: World, endpoint: TestEndpoint): Promise<StoredDelivery[]> {
	const { rows } = await owner.query(
		`select id, event_id, subject_id, state, attempts, next_at, lease from webhook_deliveries
			where agency_id = $1 and endpoint_id = $2 order by seq`,
		[endpoint.agencyId, endpoint.id],
	);
	return rows;
}

/** The events of an agency, the oldest first. */
export async function storedEvents({ owner }: World, agency: { id: string }) {
	const { rows } = await owner.query<{ id: string; type: string; subject_id: string; data: object }>(
		`select id, type, subject_id, data from webhook_events where agency_id = $1 order by created_at, id`,
		[agency.id],
	);
	return rows;
}

/** The attempts at whatever an endpoint was sent, the oldest first. */
export async function storedAttempts({ owner }: World, endpoint: TestEndpoint) {
	const { rows } = await owner.query<{
		status: number | null;
		problem: string | null;
		answer: string | null;
	}>(
		`select a.status, a.problem, a.answer from webhook_attempts a
			join webhook_deliveries d on d.agency_id = a.agency_id and d.id = a.delivery_id
			where d.agency_id = $1 and d.endpoint_id = $2 order by a.at, a.id`,
		[endpoint.agencyId, endpoint.id],
	);
	return rows;
}

/** What waits in the queue for an endpoint: when it may run, by the kind of its key. */
export async function queuedFor({ owner }: World, endpoint: TestEndpoint) {
	const { rows } = await owner.query<{ key: string; run_at: Date }>(
		"select key, run_at from graphile_worker.jobs where key like $1 order by key",
		[`webhook:${endpoint.id}%`],
	);
	return rows.map(({ key, run_at }) => ({ later: key.endsWith(":later"), runAt: run_at }));
}
