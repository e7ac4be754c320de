import type { Webhook } from "standardwebhooks";
import { webhookMessage } from "#lib/core/webhook-events.ts";
import { afterAttempt } from "#lib/core/webhook-retries.ts";
import type { Database, Tx } from "#lib/data/client.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { type Claimed, countParked, writeAttempt } from "#lib/data/webhook-deliveries.ts";
import { type Outcome, sendWebhook } from "#lib/egress/send-webhook.ts";
import { notifyKeepers } from "../notifications/notify.ts";
import { signedHeaders } from "./sign.ts";

export type Endpoint = { agencyId: string; endpointId: string; url: string };
export type Came = "delivered" | "failed" | "parked" | "lost";

const UNSIGNED: Outcome = {
	status: null,
	problem: "The API shared secret cannot be read on this server, so nothing was sent.",
	answer: null,
	ms: 0,
};

/**
 * Sends a delivery that is under a lease and writes what came of it. When the lease went to somebody else meanwhile, what
 * becomes of it is theirs to say: the receiver may have had the message twice then, with the same id.
 */
export async function attemptDelivery(
	database: Database,
	endpoint: Endpoint,
	delivery: Claimed,
	signers: readonly Webhook[] | null,
	clock: () => Date,
): Promise<Came> {
	const at = clock();
	const body = JSON.stringify(webhookMessage(delivery));
	const outcome =
		signers === null
			? UNSIGNED
			: await sendWebhook(endpoint.url, {
					headers: signedHeaders(signers, delivery.eventId, at, body),
					body,
				});
	const now = clock();
	const step = afterAttempt(outcome.status, delivery.attempts + 1, Math.random());
	const nextAt = step.state === "PENDING" ? new Date(now.getTime() + step.afterMs) : undefined;
	return transactAs(database, { agencyId: endpoint.agencyId }, async (tx) => {
		const change = { state: step.state, now, ...(nextAt && { nextAt }) };
		const attempt = { at, ...outcome };
		if (!(await writeAttempt(tx, endpoint.agencyId, delivery, attempt, change))) return "lost";
		if (step.state === "PARKED") await tellOfParking(tx, endpoint, now);
		return ({ DELIVERED: "delivered", PARKED: "parked", PENDING: "failed" } as const)[step.state];
	});
}

/** Once a day. Of the address its host alone is told: the rest may hold what only the receiver should know. */
async function tellOfParking(tx: Tx, { agencyId, endpointId, url }: Endpoint, now: Date) {
	const events = await countParked(tx, agencyId, endpointId);
	await notifyKeepers(
		tx,
		{ agencyId, now },
		{
			kind: "webhook.parked",
			occasion: `${endpointId} ${now.toISOString().slice(0, 10)}`,
			key: null,
			detail: { url: new URL(url).origin, events },
		},
	);
}
