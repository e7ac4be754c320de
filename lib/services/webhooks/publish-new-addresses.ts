import type { JobPayload } from "#lib/core/jobs.ts";
import type { Database } from "#lib/data/client.ts";
import { LATCHKEY } from "#lib/data/context.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { publishKeyEvent } from "./publish.ts";

type Uses = JobPayload<"tell-new-addresses">["keys"];

/** Tells webhooks of keys that were used from new addresses. Doing so again tells nothing twice. */
export async function publishNewAddresses({ database, now }: { database: Database; now: Date }, uses: Uses) {
	for (const { eventId, agencyId, keyId, addresses } of uses) {
		await transactAs(database, { agencyId }, (tx) =>
			publishKeyEvent(tx, { agencyId, now, actor: LATCHKEY }, "key.used_from_new_address", keyId, {
				id: eventId,
				more: { addresses },
			}),
		);
	}
}
