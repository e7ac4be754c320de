import { newId } from "#lib/core/ids.ts";
import type { WebhookFields } from "#lib/core/webhooks.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { insertWebhookEvent } from "#lib/data/webhook-outbox.ts";
import { insertEndpoint } from "#lib/data/webhooks.ts";
import { NOW } from "./factories.ts";
import type { World } from "./world.ts";

export type TestWebhook = { id: string; agencyId: string; url: string };

/** What a form sends for a webhook. */
export const webhookFields = (fields: Partial<WebhookFields> = {}): WebhookFields => ({
	url: "https://hooks.example.com/latchkey",
	description: "",
	events: ["key.created"],
	enabled: true,
	...fields,
});

/** A webhook that is on, unless the fields say otherwise. Leaves no audit event. */
export async function makeWebhook(
	world: World,
	agency: { id: string },
	fields: Partial<WebhookFields> = {},
): Promise<TestWebhook> {
	const row = { id: newId(), createdByName: "Somebody", ...webhookFields(fields) };
	await transactAs(world.database, { agencyId: agency.id }, (tx) => insertEndpoint(tx, agency.id, row, NOW));
	return { id: row.id, agencyId: agency.id, url: row.url };
}

type DeliveryOptions = {
	state?: "PENDING" | "DELIVERED" | "PARKED";
	type?: string;
	subjectId?: string;
	data?: object;
	tries?: readonly { at: Date; status?: number; problem?: string; answer?: string }[];
};

/** An event on its way to a webhook, or there, with the attempts that were made. */
export async function makeDelivery(
	world: World,
	webhook: TestWebhook,
	options: DeliveryOptions = {},
): Promise<{ id: string; eventId: string }> {
	const { state = "PENDING", type = "key.created", subjectId = newId(), data = {}, tries = [] } = options;
	const eventId = await transactAs(world.database, { agencyId: webhook.agencyId }, (tx) =>
		insertWebhookEvent(tx, webhook.agencyId, { type, subjectId, data }, [webhook.id], NOW),
	);
	const { rows } = await world.owner.query<{ id: string }>(
		`update webhook_deliveries set state = $2, attempts = $3, finished_at = $4 where event_id = $1 returning id`,
		[eventId, state, tries.length, state === "PENDING" ? null : NOW],
	);
	const id = rows[0]?.id ?? "";
	for (const { at, status = null, problem = null, answer = null } of tries) {
		await world.owner.query("insert into webhook_attempts values ($1, $2, $3, $4, 12, $5, $6, $7)", [
			webhook.agencyId,
			newId(),
			id,
			at,
			status,
			problem,
			answer,
		]);
	}
	return { id, eventId };
}

/** A webhook as it is stored. */
export const storedWebhook = async ({ owner }: World, id: string) =>
	(await owner.query("select * from webhook_endpoints where id = $1", [id])).rows[0] ?? null;

/** The deliveries of a webhook as they are stored, the oldest first. */
export const storedDeliveries = async ({ owner }: World, webhookId: string) =>
	(
		await owner.query(
			`select d.id, d.event_id, e.type, d.state, d.attempts, d.next_at, d.finished_at, d.lease
				from webhook_deliveries d join webhook_events e on e.id = d.event_id
				where d.endpoint_id = $1 order by d.seq`,
			[webhookId],
		)
	).rows;

/** The webhooks for which a job waits in the queue. */
export const queuedWebhooks = async ({ owner }: World): Promise<string[]> =>
	(
		await owner.query<{ key: string }>(
			`select key from graphile_worker._private_jobs where key like 'webhook:%' order by key`,
		)
	).rows.map(({ key }) => key.slice("webhook:".length));
