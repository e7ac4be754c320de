import type { KeySort } from "#lib/core/keys/key.ts";

const ALPHABET = { asc: "az", desc: "za" } as const;

/** What the two orders of each column are called, by the name of the text. */
export const KEY_ORDERS = {
	title: ALPHABET,
	location: ALPHABET,
	role: { asc: "adminFirst", desc: "readonlyFirst" },
	scopes: { asc: "fewestFirst", desc: "mostFirst" },
	status: { asc: "activeFirst", desc: "revokedFirst" },
	key: ALPHABET,
	lastUsed: { asc: "longestAgoFirst", desc: "latestFirst" },
	created: { asc: "oldestFirst", desc: "newestFirst" },
	createdBy: ALPHABET,
} as const satisfies Record<KeySort, { asc: string; desc: string }>;
