import { z } from "zod";
import type { Database } from "./client.ts";

const SealedSecretRows = z.array(
	z.object({
		id: z.string(),
		version: z.number(),
		sealed: z.instanceof(Buffer),
		ends_at: z.date().nullable(),
	}),
);

/** A version of an agency's shared secret, in its envelope. */
export type SealedSecretRow = z.output<typeof SealedSecretRows>[number];

/** The versions of an agency's shared secret that count now, the newest first. */
export async function readSharedSecrets(
	{ quotaPool }: Database,
	agencyId: string,
): Promise<SealedSecretRow[]> {
	const query = {
		name: "read-shared-secrets",
		text: "select * from latchkey_read_shared_secrets($1)",
		values: [agencyId],
	};
	return SealedSecretRows.parse((await quotaPool.query(query)).rows);
}

const Outcomes = z.tuple([z.object({ outcome: z.enum(["taken", "seen", "ended"]) })]);

/**
 * Takes a signature once, whichever process asks: `seen` when it was taken before, `ended` when the version of the secret
 * counts no more.
 */
export async function takeSignature(
	{ quotaPool }: Database,
	taken: { agencyId: string; secretId: string; signature: Buffer; keptUntil: Date },
) {
	const query = {
		name: "take-signature",
		text: "select latchkey_take_signature($1, $2, $3, $4) as outcome",
		values: [taken.agencyId, taken.secretId, taken.signature, taken.keptUntil],
	};
	return Outcomes.parse((await quotaPool.query(query)).rows)[0].outcome;
}
