import { createHmac } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "./canonical-json.ts";

/** An event as its hash covers it. */
export type AuditRow = {
	agencyId: string;
	seq: bigint;
	id: string;
	at: Date;
	actorKind: string;
	actorId: string | null;
	actorName: string;
	action: string;
	subjectKind: string;
	subjectId: string;
	locationId: string | null;
	address: string;
	before: object | null;
	after: object | null;
	/** The audit key that made the hash; null in rows from before keys were named. */
	hashKeyId: string | null;
};

export type AuditKey = { id: string; bytes: Buffer };

/** A point that a chain has passed: written down elsewhere, it shows what the chain alone cannot. */
export type Anchor = { agencyId: string; seq: bigint; hash: string };

/** HMAC over the hash before and the row: an edit, a gap or another order breaks every hash that follows. */
export function auditHash(key: { bytes: Buffer }, previous: Uint8Array, { hashKeyId, ...row }: AuditRow) {
	const covered = { ...row, seq: row.seq.toString(), at: row.at.toISOString() };
	return createHmac("sha256", key.bytes)
		.update(previous)
		.update(canonicalJson(hashKeyId === null ? covered : { ...covered, hashKeyId }))
		.digest();
}

export type LinkFlaw = "gap" | "unknown key" | "hash";

/** What is wrong with a stored row as the next after `previous`, or null when it follows. */
export function flawOf(
	previous: { seq: bigint; hash: Uint8Array },
	{ hash, ...row }: AuditRow & { hash: Uint8Array },
	keys: readonly AuditKey[],
): LinkFlaw | null {
	if (row.seq !== previous.seq + 1n) return "gap";
	const candidates = keys.filter(({ id }) => row.hashKeyId === null || row.hashKeyId === id);
	if (candidates.length === 0) return "unknown key";
	return candidates.some((key) => auditHash(key, previous.hash, row).equals(hash)) ? null : "hash";
}

const AnchorLine = z.object({
	agencyId: z.uuid(),
	seq: z.string().regex(/^[1-9]\d{0,18}$/),
	hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The anchor that a line of JSON tells of, be it from the file of anchors or from the log; null when it tells of none. */
export function readAnchor(line: string): Anchor | null {
	if (!line.includes('"seq"')) return null;
	try {
		const { agencyId, seq, hash } = AnchorLine.parse(JSON.parse(line));
		return { agencyId, seq: BigInt(seq), hash };
	} catch {
		return null;
	}
}
