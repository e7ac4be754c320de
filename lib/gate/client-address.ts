import type { IncomingMessage } from "node:http";
import { normalizeAddress } from "#lib/core/addresses.ts";

/**
 * The client's address: the socket's, or, behind `trustedHops` proxies of one's own, the entry that the outermost of
 * them wrote: counted from the right, since all to its left is whatever the client sent. Null when it cannot be told.
 */
export function clientAddress(request: IncomingMessage, trustedHops: number): string | null {
	if (trustedHops === 0) return normalizeAddress(request.socket.remoteAddress ?? "");
	const forwarded = String(request.headers["x-forwarded-for"] ?? "")
		.split(",")
		.map((entry) => entry.trim());
	return normalizeAddress(forwarded.at(-trustedHops) ?? "");
}
