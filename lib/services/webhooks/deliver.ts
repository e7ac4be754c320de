import type { Webhook } from "standardwebhooks";
import type { Database } from "#lib/data/client.ts";
import { transactAs } from "#lib/data/transaction.ts";
import {
	type Claimed,
	claimDeliveries,
	findEndpoint,
	findNextDue,
	parkWaiting,
} from "#lib/data/webhook-deliveries.ts";
import { deliverLater, startDelivering } from "#lib/data/webhook-outbox.ts";
import { attemptDelivery, type Came } from "./attempt.ts";
import { findSigners } from "./sign.ts";

/** Longer than an attempt and the writing of what came of it can take. */
const LEASE_MS = 30_000;
/**
 * On their way at once. The queue works on about twenty jobs: an agency whose receivers are all slow leaves places for
 * the others, and an endpoint that is slow leaves some for the agency's own.
 */
export const ON_THEIR_WAY = { ofEndpoint: 4, ofAgency: 8 } as const;
/** After so long a job ends and queues up again behind others. */
const TURN_MS_MAX = 20_000;
/** When something is due, and cannot be taken since too much is on its way. */
const BUSY_MS = 1_000;

type Turn = { database: Database; now: Date; signal: AbortSignal };
type Target = { agencyId: string; endpointId: string };
type Work = { url: string; deliveries: Claimed[]; signers: Webhook[] | null };

/**
 * Delivers what is due at an endpoint, events of one subject in their order, and queues up for what is due later. Any number
 * may do so at once, and be killed at any moment.
 */
export async function deliverDue({ database, now, signal }: Turn, target: Target) {
	const startedAt = performance.now();
	const clock = () => new Date(now.getTime() + Math.round(performance.now() - startedAt));
	const counts: Record<Came, number> = { delivered: 0, failed: 0, parked: 0, lost: 0 };
	const underWay = new Set<Promise<void>>();
	const failures: unknown[] = [];
	const isTurnOver = () => signal.aborted || performance.now() - startedAt >= TURN_MS_MAX;
	let isOn = true;

	try {
		while (!isTurnOver() && failures.length === 0) {
			const work = await takeWork(database, target, clock());
			isOn = work !== null;
			for (const delivery of work?.deliveries ?? []) {
				const endpoint = { ...target, url: work?.url ?? "" };
				const attempt = attemptDelivery(database, endpoint, delivery, work?.signers ?? null, clock)
					.then((came) => void counts[came]++)
					.catch((error: unknown) => void failures.push(error))
					.finally(() => underWay.delete(attempt));
				underWay.add(attempt);
			}
			if (underWay.size === 0) break;
			await Promise.race(underWay);
		}
	} finally {
		await Promise.all(underWay);
	}
	if (failures.length > 0) throw failures[0];
	if (isOn) await queueUp(database, target, clock(), isTurnOver() ? 0 : BUSY_MS);
	return counts;
}

/** Null when the endpoint takes nothing. What came to wait there while it was switched off or deleted will not be sent. */
function takeWork(database: Database, { agencyId, endpointId }: Target, now: Date): Promise<Work | null> {
	return transactAs(database, { agencyId }, async (tx) => {
		const endpoint = await findEndpoint(tx, agencyId, endpointId);
		if (!endpoint) return null;
		if (endpoint.deletedAt || !endpoint.enabled) {
			await parkWaiting(tx, agencyId, endpointId, now);
			return null;
		}
		const bounds = { ...ON_THEIR_WAY, leaseMs: LEASE_MS };
		const deliveries = await claimDeliveries(tx, agencyId, endpointId, bounds, now);
		const signers = deliveries.length > 0 ? await findSigners(tx, agencyId, now) : null;
		return { url: endpoint.url, deliveries, signers };
	});
}

/** Again for what is due later, and after a pause for what is due now. Without one it stands behind the others at once. */
const queueUp = (database: Database, { agencyId, endpointId }: Target, now: Date, pauseMs: number) =>
	transactAs(database, { agencyId }, async (tx) => {
		const dueAt = await findNextDue(tx, agencyId, endpointId);
		if (!dueAt) return;
		if (pauseMs === 0 && dueAt <= now) await startDelivering(tx, agencyId, endpointId);
		else
			await deliverLater(
				tx,
				agencyId,
				endpointId,
				new Date(Math.max(dueAt.getTime(), now.getTime() + pauseMs)),
			);
	});
