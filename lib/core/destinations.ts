import ipaddr from "ipaddr.js";
import { type AddressList, normalizeAddress } from "./addresses.ts";

const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];
/** Public by its number, and yet the inside of a cloud: there a machine asks for its own secrets. */
const PUBLIC_METADATA = ["168.63.129.16"];
const URL_MAX = 2_000;

/**
 * Whether a normalised address belongs to the internet at large: nothing of this machine, of a network of one's own, of
 * a provider's inside, and nothing that carries another address within it.
 */
export function isPublicAddress(address: string) {
	if (!ipaddr.isValid(address) || PUBLIC_METADATA.includes(address)) return false;
	const parsed = ipaddr.parse(address);
	if (parsed.range() !== "unicast") return false;
	return parsed.kind() === "ipv4" || parsed.match(GLOBAL_UNICAST);
}

/** The network that an address is of: the internet, one that the operator has named as their own, or one of neither. */
export function networkKind(address: string, own: AddressList): "public" | "own" | "refused" {
	const normal = normalizeAddress(address);
	if (normal === null) return "refused";
	if (own.includes(normal)) return "own";
	return isPublicAddress(normal) ? "public" : "refused";
}

export const NOT_PUBLIC = "This address is not on the public internet, so nothing is sent there.";

/** An address of a webhook, or the sentence that says why it cannot be one. Names are looked up when something is sent. */
export function readWebhookUrl(
	text: string,
	own: AddressList,
): { url: URL; host: string } | { problem: string } {
	if (text.length > URL_MAX || !URL.canParse(text))
		return { problem: "Enter a whole address, such as https://example.com/hooks." };
	const url = new URL(text);
	const host = url.hostname.replace(/^\[|\]$/g, "");
	if (url.protocol !== "https:" && url.protocol !== "http:")
		return { problem: "The address must begin with https://." };
	if (url.protocol === "http:" && own.isEmpty) return { problem: "The address must begin with https://." };
	if (url.username !== "" || url.password !== "")
		return { problem: "The address must not hold a user name or a password." };
	if (host === "" || url.port === "0") return { problem: "The address names no place to send to." };
	if (ipaddr.isValid(host) && networkKind(host, own) === "refused") return { problem: NOT_PUBLIC };
	return { url, host };
}
