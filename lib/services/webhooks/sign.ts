import { Webhook } from "standardwebhooks";
import { AppError } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import { LATCHKEY } from "#lib/data/context.ts";
import { readCountingSecrets } from "../shared-secret/read-current.ts";

/** What messages are signed with: a signature for each secret that counts. Null when they cannot be read on this server. */
export async function findSigners(tx: Tx, agencyId: string, now: Date): Promise<Webhook[] | null> {
	try {
		const texts = await readCountingSecrets(tx, { agencyId, now, actor: LATCHKEY, address: "" });
		return texts.map((text) => new Webhook(text));
	} catch (error) {
		if (error instanceof AppError && error.code === "conflict") return null;
		throw error;
	}
}

/** The headers of Standard Webhooks. The id stays that of the event; the time is that of the attempt. */
export const signedHeaders = (signers: readonly Webhook[], eventId: string, at: Date, body: string) => ({
	"content-type": "application/json",
	"user-agent": "Latchkey-Webhooks",
	"webhook-id": eventId,
	"webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
	"webhook-signature": signers.map((signer) => signer.sign(eventId, at, body)).join(" "),
});
