import type { RefusalVerdict } from "#lib/core/keys/refusals.ts";
import type { Database, Tx } from "./client.ts";

/** A refusal as it is written. */
export type RefusalRow = {
	agency_id: string;
	key_id: string;
	request_id: string;
	verdict: RefusalVerdict;
	rule: string;
	about: string;
	address: string | null;
	client: string;
	at: string;
};

const KEPT_OF_A_KEY = 200;
/** Longer than the server lets a statement run. */
const ANSWER_MS_MAX = 17_000;

/** Writes refusals, each once however often it is sent. */
export function recordRefusals({ quotaPool }: Database, refusals: RefusalRow[]) {
	const query = {
		name: "record-refusals",
		text: "select latchkey_record_refusals($1, $2)",
		values: [JSON.stringify(refusals), KEPT_OF_A_KEY],
		query_timeout: ANSWER_MS_MAX,
	};
	return quotaPool.query(query);
}

/** Which refusals of a key are meant: all when nothing is said. `from` is part of the range, `to` is not. */
export type RefusalsMeant = {
	requestId?: string | undefined;
	verdict?: RefusalVerdict | undefined;
	from?: Date | undefined;
	to?: Date | undefined;
};

/** A key's last refusals of those that are meant, the newest first. */
export const listRefusals = (
	tx: Tx,
	agencyId: string,
	{ keyId, most, from, to, ...meant }: RefusalsMeant & { keyId: string; most: number },
) =>
	tx.keyRefusal.findMany({
		where: { agencyId, keyId, ...meant, at: { gte: from, lt: to } },
		orderBy: [{ at: "desc" }, { requestId: "asc" }],
		take: most,
		select: {
			requestId: true,
			verdict: true,
			rule: true,
			about: true,
			address: true,
			client: true,
			at: true,
		},
	});

/** The keys that a request was refused with. */
export async function findRefusedKeys(tx: Tx, agencyId: string, requestId: string, most: number) {
	const rows = await tx.keyRefusal.findMany({
		where: { agencyId, requestId },
		orderBy: { at: "desc" },
		take: most,
		select: { keyId: true },
	});
	return rows.map(({ keyId }) => keyId);
}

/** The keys outside the trash that end in these four characters, at either level unless one is named; the newest first. */
export async function findKeysByText(
	tx: Tx,
	agencyId: string,
	{ prefix, lastFour }: { prefix: string | null; lastFour: string },
	most: number,
) {
	const rows = await tx.apiKey.findMany({
		where: {
			agencyId,
			deletedAt: null,
			secretLastFour: lastFour,
			...(prefix !== null && { secretPrefix: prefix }),
		},
		orderBy: [{ createdAt: "desc" }, { id: "asc" }],
		take: most,
		select: { id: true },
	});
	return rows.map(({ id }) => id);
}
