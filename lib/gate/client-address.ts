import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { normalizeAddress } from "#lib/core/addresses.ts";

/** A connection keeps its other end for life, and carries many requests. */
const seen = new WeakMap<Socket, string | null>();

function addressOf(socket: Socket) {
	let address = seen.get(socket);
	if (address === undefined) {
		address = normalizeAddress(socket.remoteAddress ?? "");
		seen.set(socket, address);
	}
	return address;
}

/**
 * The client's address: the socket's, or, behind `trustedHops` proxies of one's own, the entry that the outermost of
 * them wrote: counted from the right, since all to its left is whatever the client sent. Null when it cannot be told.
 */
export function clientAddress(request: IncomingMessage, trustedHops: number): string | null {
	if (trustedHops === 0) return addressOf(request.socket);
	const forwarded = String(request.headers["x-forwarded-for"] ?? "")
		.split(",")
		.map((entry) => entry.trim());
	return normalizeAddress(forwarded.at(-trustedHops) ?? "");
}
