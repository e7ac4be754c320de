import ipaddr from "ipaddr.js";
import { env } from "#lib/config/env.ts";
import { AddressList } from "#lib/core/addresses.ts";
import { AppError } from "#lib/core/errors.ts";

/**
 * Refuses http, unless the operator has allowed networks in which it may be used. A host that is an address must lie in
 * one of them; to where a name leads is asked at each delivery.
 */
export function refuseOpenUrl(url: string, networks: readonly string[] = env().WEBHOOK_ALLOWED_NETWORKS) {
	const { protocol, hostname } = new URL(url);
	if (protocol === "https:") return;
	const host = hostname.replace(/^\[|\]$/g, "");
	const mayLeadThere = ipaddr.isValid(host) ? new AddressList(networks).includes(host) : networks.length > 0;
	if (mayLeadThere) return;
	const message = "The URL must begin with https://.";
	throw new AppError("invalid_input", message, { fields: [{ field: "url", message }] });
}
