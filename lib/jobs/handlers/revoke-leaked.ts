import { revokeLeaked as revoke } from "#lib/services/keys/revoke-leaked.ts";
import type { Handler } from "../job.ts";

/** Revokes keys that were reported as found in public. What could not be revoked is tried again with the whole report. */
export const revokeLeaked: Handler<"revoke-leaked"> = async (job, { digests, note, url }) => {
	const bytes = digests.map((digest) => Buffer.from(digest, "base64url"));
	const { revoked, failed } = await revoke(job, { digests: bytes, note, url });
	if (failed > 0) throw new Error(`not every key found in public could be revoked: ${failed} left`);
	const keys = revoked === 1 ? "1 key" : `${revoked} keys`;
	return job.dryRun ? `${keys} would be revoked as found in public` : `${keys} revoked as found in public`;
};
