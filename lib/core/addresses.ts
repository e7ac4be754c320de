import ipaddr from "ipaddr.js";
import { z } from "zod";

const ADDRESSES_MAX = 100;

/**
 * Writes an address or a range in its one normal form: `203.0.113.7`, `203.0.113.0/24`, `2001:db8::/32`.
 * IPv4 inside IPv6 becomes IPv4; host bits of a range are cleared. Null when it is neither.
 */
export function normalizeAddressRange(text: string): string | null {
	const trimmed = text.trim();
	try {
		const [written = "", length] = trimmed.split("/");
		if (length === undefined) return normalizeAddress(trimmed);
		const bits = ipaddr.parseCIDR(trimmed)[1];
		const address = normalizeAddress(written);
		if (address === null) return null;
		if (address.includes(":")) return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/${bits}`)}/${bits}`;
		// Of an IPv4 range that was written inside IPv6, the first 96 bits are not IPv4's.
		const bits4 = written.includes(":") ? bits - 96 : bits;
		return `${ipaddr.IPv4.networkAddressFromCIDR(`${address}/${bits4}`)}/${bits4}`;
	} catch {
		return null;
	}
}

/** The normal form of a single address, or null. Short forms such as `127.1` are refused: they hide what is meant. */
export function normalizeAddress(text: string): string | null {
	if (text.includes("%")) return null;
	if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text).toString();
	if (!ipaddr.IPv6.isValid(text)) return null;
	return ipaddr.process(text).toString();
}

/** What stands for one site in a count: an IPv4 address, or the /64 that a single IPv6 subscriber is given. */
export const networkOf = (address: string) =>
	address.includes(":") ? `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`)}/64` : address;

const bitsOf = (range: string) => {
	if (range.includes("/")) return ipaddr.parseCIDR(range);
	const address = ipaddr.parse(range);
	return [address, address.kind() === "ipv4" ? 32 : 128] as const;
};

/** Whether a normalised address or range lies within another. */
export function coversRange(outer: string, inner: string) {
	const [network, bits] = bitsOf(outer);
	const [address, innerBits] = bitsOf(inner);
	return network.kind() === address.kind() && bits <= innerBits && address.match(network, bits);
}

/** Normalised addresses and ranges, read once, so that asking is quick. */
export class AddressList {
	readonly list: readonly string[];
	readonly #addresses = new Set<string>();
	readonly #ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [];
	/** What was asked last: most keys are used from one address. */
	#asked: string | undefined;
	#answer = false;

	constructor(list: readonly string[]) {
		this.list = list;
		for (const entry of list) {
			if (entry.includes("/")) this.#ranges.push(ipaddr.parseCIDR(entry));
			else this.#addresses.add(entry);
		}
	}

	get isEmpty() {
		return this.#addresses.size === 0 && this.#ranges.length === 0;
	}

	/** Whether a normalised address is one of them or lies in one of them. */
	includes(address: string) {
		if (address !== this.#asked) {
			this.#answer = this.#addresses.has(address) || this.#inRange(address);
			this.#asked = address;
		}
		return this.#answer;
	}

	#inRange(address: string) {
		if (!ipaddr.isValid(address)) return false;
		const parsed = ipaddr.parse(address);
		return this.#ranges.some(
			([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits),
		);
	}
}

export const AddressRanges = z
	.array(z.string().max(64))
	.max(ADDRESSES_MAX, { error: `Up to ${ADDRESSES_MAX} addresses or ranges.` })
	.transform((lines, check) => {
		const ranges = new Set<string>();
		for (const line of lines) {
			const range = normalizeAddressRange(line);
			if (range) ranges.add(range);
			else
				check.addIssue({
					code: "custom",
					message: `"${line.trim()}" is not an IPv4 or IPv6 address or CIDR range.`,
				});
		}
		return [...ranges];
	});
