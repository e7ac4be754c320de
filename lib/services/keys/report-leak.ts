import { hideSecrets } from "#lib/config/log.ts";
import { keyRing } from "#lib/config/secrets.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { isKeyText } from "#lib/core/keys/format.ts";
import type { Database } from "#lib/data/client.ts";
import { addJob } from "#lib/data/jobs.ts";
import { transactAs } from "#lib/data/transaction.ts";

export type LeakReport = {
	texts: readonly string[];
	note: string;
	url: string | null;
};

/**
 * Takes a report of keys that were found in public. Nothing is looked up here: a job finds out which of the texts are keys,
 * so that neither the answer nor the time it takes can tell. Of the texts nothing but digests leaves this function.
 */
export async function reportLeak(database: Database, { texts, note, url }: LeakReport): Promise<void> {
	const digests = [...new Set(texts)]
		.filter(isKeyText)
		.flatMap((text) => keyRing("key-pepper").map((pepper) => digestKey(text, pepper).toString("base64url")));
	const payload = { digests, note: hideSecrets(note), url: url === null ? null : hideSecrets(url) };
	await transactAs(database, {}, (tx) => addJob(tx, "revoke-leaked", payload));
}
