import type { Webhook } from "standardwebhooks";
import { newId } from "#lib/core/ids.ts";
import type { Tx } from "#lib/data/client.ts";
import { findContact } from "#lib/data/contacts.ts";
import { type RunFacts, updateRun } from "#lib/data/workflow-runs.ts";
import { type Outcome, sendWebhook } from "#lib/egress/send-webhook.ts";
import { findSigners, signedHeaders } from "../webhooks/sign.ts";

/** Longer than a call and the writing of what came of it can take. */
const LEASE_MS = 30_000;

/** A call that is to be made. Nobody else makes it while the lease lasts. */
export type Call = {
	lease: string;
	url: string;
	/** The same however often it is made: receivers know by it what they have had. */
	messageId: string;
	body: string;
	signers: readonly Webhook[] | null;
	attempts: number;
};

/** Takes the call that a run's next step is, and writes what it says. */
export async function prepareCall(
	tx: Tx,
	agencyId: string,
	run: RunFacts,
	url: string,
	now: Date,
): Promise<Call> {
	const lease = newId();
	const attempts = run.attempts + 1;
	const nextAt = new Date(now.getTime() + LEASE_MS);
	await updateRun(tx, agencyId, run.id, { lease, attempts, nextAt });
	const contact = await findContact(tx, agencyId, run.contactId);
	const message = {
		type: "workflow.call",
		timestamp: run.startedAt.toISOString(),
		data: {
			workflow: { id: run.workflow.id, name: run.workflow.name },
			runId: run.id,
			step: run.position + 1,
			contact,
		},
	};
	return {
		lease,
		url,
		messageId: `${run.id}-${run.position}`,
		body: JSON.stringify(message),
		signers: await findSigners(tx, agencyId, now),
		attempts,
	};
}

const UNSIGNED: Outcome = {
	status: null,
	problem: "The API shared secret cannot be read on this server, so nothing was sent.",
	answer: null,
	ms: 0,
};

/** Makes a call, and never fails: what came of it is the answer. */
export async function makeCall({ url, messageId, body, signers }: Call, at: Date): Promise<Outcome> {
	if (signers === null) return UNSIGNED;
	return sendWebhook(url, { headers: signedHeaders(signers, messageId, at, body), body });
}
