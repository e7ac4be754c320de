import { publishNewAddresses } from "#lib/services/webhooks/publish-new-addresses.ts";
import type { Handler } from "../job.ts";

/** Tells webhooks of keys that were used from new addresses. */
export const tellNewAddresses: Handler<"tell-new-addresses"> = async (job, { keys }) => {
	if (!job.dryRun) await publishNewAddresses(job, keys);
	return `${keys.length} keys used from new addresses`;
};
