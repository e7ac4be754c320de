import { generateSecret } from "#lib/core/keys/format.ts";
import type { Keys } from "./fill-keys.ts";

/** One request of a series. What it has not, it does not send. */
export type Call = { authorization?: string; body?: string; forwardedFor?: string };

/** What a load is made of: an address, and calls that are made one after the other, again and again. */
export type Series = { method: "GET" | "POST"; path: string; calls: Call[]; expect: "200" | "refusal" };

/** So many keys take part in a load. */
export const KEYS_IN_USE = 1_000;

export const texts = (keys: Keys, count = KEYS_IN_USE) => keys.asked.slice(0, count).map((key) => key.text);

/** Each key about itself: as the bearer of a GET. */
export const byBearer = (
	path: string,
	keys: readonly string[],
	expect: Series["expect"] = "200",
): Series => ({
	method: "GET",
	path,
	calls: keys.map((key) => ({ authorization: `Bearer ${key}` })),
	expect,
});

/** The same calls, sent on for clients at so many addresses, each of a network of its own. */
export const fromAddresses = (series: Series, addresses: number): Series => ({
	...series,
	calls: series.calls.map((call, index) => ({ ...call, forwardedFor: addressNumber(index % addresses) })),
});

const addressNumber = (number: number) => `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;

/** A caller with a key of its own asks about each key: Latchkey's POST. */
export function byCallers(keys: Keys, asked: readonly string[]): Series {
	const { callers } = keys;
	const calls = asked.map((key, index) => ({
		authorization: `Bearer ${callers[index % callers.length]?.text}`,
		body: JSON.stringify({ key, scopes: ["contacts.readonly"], clientIp: "127.0.0.1" }),
	}));
	return { method: "POST", path: "/api/v2/keys/verify", calls, expect: "200" };
}

/** Each key in a body, and nobody asks who is asking: the peers' POST. */
export const byBody = (path: string, keys: readonly string[]): Series => ({
	method: "POST",
	path,
	calls: keys.map((key) => ({ body: JSON.stringify({ key }) })),
	expect: "200",
});

/** Texts with the shape and the checksum of keys that nobody was given. */
export const unknownKeys = (count: number) =>
	Array.from({ length: count }, () => generateSecret("LOCATION").plaintext);

/** Texts with the shape of keys whose checksum is wrong. */
export const junkKeys = (count: number) =>
	unknownKeys(count).map((text) => text.slice(0, -1) + (text.endsWith("0") ? "1" : "0"));
