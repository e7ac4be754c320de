import { z } from "zod";
import type { Database } from "./client.ts";

const BlockRow = z.object({
	granted: z.coerce.number(),
	remaining: z.coerce.number(),
	grant_version: z.string(),
	refills_at: z.date().nullable(),
});

/** Credits that this process may give out by itself. */
export type CreditBlock = z.output<typeof BlockRow>;

export type CreditDemand = {
	/** Fewer are of no use. */
	needed: number;
	/** What waits to be spent. */
	demand: number;
	/** What would be welcome as long as there is plenty. */
	wanted: number;
};

/**
 * Takes a block of credits. `granted` is 0 when there are fewer than needed; null when the key has no quota any more.
 */
export async function leaseCredits(
	{ quotaPool }: Database,
	agencyId: string,
	keyId: string,
	{ needed, demand, wanted }: CreditDemand,
): Promise<CreditBlock | null> {
	const query = {
		name: "lease-credits",
		text: "select * from latchkey_lease_credits($1, $2, $3, $4, $5)",
		values: [agencyId, keyId, needed, demand, wanted],
	};
	const result = await quotaPool.query(query);
	return BlockRow.nullable().parse(result.rows[0] ?? null);
}

/** Gives back credits that were taken under a grant and not used. */
export async function returnCredits(
	{ quotaPool }: Database,
	agencyId: string,
	keyId: string,
	grantVersion: string,
	amount: number,
) {
	const query = {
		name: "return-credits",
		text: "select latchkey_return_credits($1, $2, $3, $4)",
		values: [agencyId, keyId, grantVersion, amount],
	};
	await quotaPool.query(query);
}

export type WindowRequest = {
	agencyId: string;
	keyId: string;
	/** Milliseconds since 1970, database time. */
	startsAt: number;
	seconds: number;
	max: number;
	/** Uses that were made without asking. */
	already: number;
	wanted: number;
};

const WindowRows = z.array(z.object({ place: z.number(), granted: z.number(), used: z.number() }));

/** What was taken of a window, and what all processes together have taken of it. */
export type WindowLease = { granted: number; used: number };

/**
 * Takes uses of keys' rate windows that several processes share: one lease for each request, in their order; null for a key
 * that has gone.
 */
export async function leaseWindows(
	{ quotaPool }: Database,
	requests: readonly WindowRequest[],
): Promise<(WindowLease | null)[]> {
	const asked = requests.map((request, place) => ({
		place,
		agency_id: request.agencyId,
		key_id: request.keyId,
		starts_at: new Date(request.startsAt).toISOString(),
		seconds: request.seconds,
		most: request.max,
		already: request.already,
		wanted: request.wanted,
	}));
	const query = {
		name: "lease-windows",
		text: "select * from latchkey_lease_windows($1)",
		values: [JSON.stringify(asked)],
	};
	const result = await quotaPool.query(query);
	const leases: (WindowLease | null)[] = requests.map(() => null);
	for (const { place, granted, used } of WindowRows.parse(result.rows)) leases[place] = { granted, used };
	return leases;
}
