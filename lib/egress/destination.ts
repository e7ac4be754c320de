import { isIP } from "node:net";
import { type AddressList, normalizeAddress } from "#lib/core/addresses.ts";
import { NOT_PUBLIC, networkKind, readWebhookUrl } from "#lib/core/destinations.ts";
import type { Resolve } from "./resolve-host.ts";

export type Destination = { url: URL; host: string; addresses: readonly string[] };

/** Why nothing was sent, or no answer came, in words that name no address. */
export class SendingFailed extends Error {}

/**
 * Where a message goes: the host's addresses, looked up once. One that is not allowed refuses them all, since whoever
 * answers for the name chooses which is taken.
 */
export async function findDestination(
	text: string,
	own: AddressList,
	resolve: Resolve,
): Promise<Destination> {
	const read = readWebhookUrl(text, own);
	if ("problem" in read) throw new SendingFailed(read.problem);
	const { url, host } = read;
	const found = isIP(host) ? [host] : await resolve(host);
	if (found.length === 0) throw new SendingFailed("The host name was not found.");
	const kinds = found.map((address) => networkKind(address, own));
	if (kinds.includes("refused")) throw new SendingFailed(NOT_PUBLIC);
	if (url.protocol === "http:" && kinds.includes("public"))
		throw new SendingFailed("Only https is used on the public internet.");
	return { url, host, addresses: found.flatMap((address) => normalizeAddress(address) ?? []) };
}
