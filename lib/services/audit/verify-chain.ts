import { keyRing } from "#lib/config/secrets.ts";
import { type Anchor, type AuditKey, flawOf, type LinkFlaw } from "#lib/core/audit-chain.ts";
import { EnvelopeError, open } from "#lib/core/envelope.ts";
import { listAgencies } from "#lib/data/agencies.ts";
import { listRetiredAuditKeys, readAuditEnd, readChain } from "#lib/data/audit.ts";
import type { Database } from "#lib/data/client.ts";
import { transactAs } from "#lib/data/transaction.ts";

const BATCH = 1_000;

/** What is wrong with a chain: with one of its rows, with its recorded end, or with it as a whole. */
export type ChainFlaw = LinkFlaw | "anchor" | "head" | "cut";

export type ChainReport = { checked: bigint; flaw: null } | { checked: bigint; flaw: ChainFlaw; seq: bigint };

/** A chain as far as it has been followed without a flaw. */
type Followed = { seq: bigint; hash: Uint8Array };

/** Every agency that there is or was, for whoever runs the installation. */
export const listChains = (database: Database) => transactAs(database, {}, listAgencies);

/** The keys that this installation made hashes with: those of its master secrets, and those that were retired. */
export async function readAuditKeys(database: Database): Promise<AuditKey[]> {
	const retired = await transactAs(database, {}, listRetiredAuditKeys);
	const opened = retired.flatMap(({ id, sealed }): AuditKey[] => {
		try {
			const text = open(sealed, ["audit-key", id], keyRing("sealing"));
			return [{ id, bytes: Buffer.from(text, "base64url") }];
		} catch (error) {
			// Rows that it made are reported as made by a key that nobody knows.
			if (error instanceof EnvelopeError) return [];
			throw error;
		}
	});
	return [...keyRing("audit"), ...opened];
}

/**
 * Follows an agency's chain from its first event and stops at the first row that does not fit. Events that are appended
 * meanwhile are followed too. The chain shows edits, gaps and another order; that its end was cut off, or all of it made
 * anew, only anchors show.
 */
export async function verifyChain(
	database: Database,
	agencyId: string,
	{ keys, anchors }: { keys: readonly AuditKey[]; anchors: readonly Anchor[] },
): Promise<ChainReport> {
	const known = anchorsBySeq(anchors.filter((anchor) => anchor.agencyId === agencyId));
	let followed: Followed = { seq: 0n, hash: Buffer.alloc(0) };
	for (;;) {
		const rows = await transactAs(database, { agencyId }, (tx) =>
			readChain(tx, agencyId, followed.seq === 0n ? null : followed.seq, BATCH),
		);
		for (const row of rows) {
			const flaw = flawOf(followed, row, keys) ?? (isAsAnchored(row, known) ? null : "anchor");
			if (flaw) return { checked: followed.seq, flaw, seq: row.seq };
			followed = row;
		}
		if (rows.length > 0) continue;
		const end = await transactAs(database, { agencyId }, (tx) => readAuditEnd(tx, agencyId));
		if ((end.last ?? 0n) <= followed.seq) return checkEnd(followed, end, known);
	}
}

function checkEnd(
	{ seq, hash }: Followed,
	end: { seq: bigint | null; hash: Uint8Array | null },
	known: ReadonlyMap<bigint, readonly string[]>,
): ChainReport {
	const agrees = (end.seq ?? 0n) === seq && Buffer.from(end.hash ?? []).equals(hash);
	const missing = [...known.keys()].filter((anchored) => anchored > seq);
	if (missing.length > 0) return { checked: seq, flaw: "cut", seq: seq + 1n };
	return agrees ? { checked: seq, flaw: null } : { checked: seq, flaw: "head", seq: seq + 1n };
}

function anchorsBySeq(anchors: readonly Anchor[]): ReadonlyMap<bigint, readonly string[]> {
	const bySeq = new Map<bigint, string[]>();
	for (const { seq, hash } of anchors) bySeq.set(seq, [...(bySeq.get(seq) ?? []), hash]);
	return bySeq;
}

const isAsAnchored = ({ seq, hash }: Followed, known: ReadonlyMap<bigint, readonly string[]>) =>
	(known.get(seq) ?? []).every((anchored) => anchored === Buffer.from(hash).toString("hex"));
