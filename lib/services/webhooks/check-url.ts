import { env } from "#lib/config/env.ts";
import { AddressList } from "#lib/core/addresses.ts";
import { readWebhookUrl } from "#lib/core/destinations.ts";
import { AppError } from "#lib/core/errors.ts";

/**
 * Refuses a URL to which nothing would ever be sent: by http unless the operator has named networks for it, or to an
 * address that is not public. To where a name leads is asked at each delivery.
 */
export function refuseClosedUrl(url: string, networks: readonly string[] = env().EGRESS_ALLOW ?? []) {
	const read = readWebhookUrl(url, new AddressList(networks));
	if (!("problem" in read)) return;
	throw new AppError("invalid_input", read.problem, { fields: [{ field: "url", message: read.problem }] });
}
