import { z } from "zod";
import type { Database } from "./client.ts";

const BlockRow = z.object({
	granted: z.coerce.number(),
	remaining: z.coerce.number(),
	grant_version: z.number(),
	refills_at: z.date().nullable(),
});

/** Credits that this process may give out by itself. */
export type CreditBlock = z.output<typeof BlockRow>;

/**
 * Takes a block of at least `needed` credits and up to about `wanted`. `granted` is 0 when there are fewer than needed;
 * null when the key has no quota any more.
 */
export async function leaseCredits(
	{ enginePool }: Database,
	agencyId: string,
	keyId: string,
	{ needed, wanted }: { needed: number; wanted: number },
): Promise<CreditBlock | null> {
	const query = {
		name: "lease-credits",
		text: "select * from latchkey_lease_credits($1, $2, $3, $4)",
		values: [agencyId, keyId, needed, wanted],
	};
	const result = await enginePool.query(query);
	return BlockRow.nullable().parse(result.rows[0] ?? null);
}

/** Gives back credits that were taken under a grant and not used. */
export async function returnCredits(
	{ enginePool }: Database,
	agencyId: string,
	keyId: string,
	grantVersion: number,
	amount: number,
) {
	const query = {
		name: "return-credits",
		text: "select latchkey_return_credits($1, $2, $3, $4)",
		values: [agencyId, keyId, grantVersion, amount],
	};
	await enginePool.query(query);
}

export type WindowRequest = {
	agencyId: string;
	keyId: string;
	/** Milliseconds since 1970, database time. */
	startsAt: number;
	max: number;
	/** Uses that were made without asking. */
	already: number;
	wanted: number;
};

const WindowRow = z.object({ granted: z.number(), used: z.number() });

/** Takes uses of a key's rate window that several processes share. `used` counts those of all of them. */
export async function leaseWindow({ enginePool }: Database, request: WindowRequest) {
	const query = {
		name: "lease-window",
		text: "select * from latchkey_lease_window($1, $2, $3, $4, $5, $6)",
		values: [
			request.agencyId,
			request.keyId,
			new Date(request.startsAt),
			request.max,
			request.already,
			request.wanted,
		],
	};
	const result = await enginePool.query(query);
	return WindowRow.parse(result.rows[0]);
}
