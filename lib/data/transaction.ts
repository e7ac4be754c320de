import { Prisma } from "#prisma/generated/client.ts";
import type { Database, Tx } from "./client.ts";
import type { Context } from "./context.ts";
import { translateDatabaseError } from "./database-errors.ts";

/** Who a transaction speaks for; row-level security shows it nothing else. */
export type Viewpoint = { agencyId?: string; personId?: string };

const WAIT_FOR_CONNECTION_MS = 5_000;
const TRANSACTION_MAX_MS = 20_000;

/** Runs `work` in one transaction that sees only what `viewpoint` may. Database failures come out as `AppError`. */
export async function transactAs<T>(
	{ db }: Database,
	viewpoint: Viewpoint,
	work: (tx: Tx) => Promise<T>,
	isolation: { isolationLevel?: Prisma.TransactionIsolationLevel } = {},
): Promise<T> {
	try {
		return await db.$transaction(
			async (tx) => {
				await speakFor(tx, viewpoint);
				return work(tx);
			},
			{ maxWait: WAIT_FOR_CONNECTION_MS, timeout: TRANSACTION_MAX_MS, ...isolation },
		);
	} catch (error) {
		throw translateDatabaseError(error);
	}
}

const speakFor = (tx: Tx, { agencyId = "", personId = "" }: Viewpoint) =>
	tx.$executeRaw`select set_config('latchkey.agency_id', ${agencyId}, true),
		set_config('latchkey.person_id', ${personId}, true)`;

/** Runs `work` inside a transaction that is under way from another viewpoint, and then goes on from its own. */
export async function lookAs<T>(tx: Tx, viewpoint: Viewpoint, work: () => Promise<T>): Promise<T> {
	const [own] = await tx.$queryRaw<Viewpoint[]>`
		select coalesce(current_setting('latchkey.agency_id', true), '') as "agencyId",
			coalesce(current_setting('latchkey.person_id', true), '') as "personId"`;
	await speakFor(tx, viewpoint);
	const result = await work();
	await speakFor(tx, own ?? {});
	return result;
}

/** {@link transactAs} for the context's agency. */
export const inTransaction = <T>(ctx: Context, work: (tx: Tx) => Promise<T>) =>
	transactAs(ctx.database, { agencyId: ctx.agencyId }, work);

/** {@link inTransaction} for what only reads: all its statements see the same moment, whatever is committed meanwhile. */
export const inSnapshot = <T>(ctx: Context, work: (tx: Tx) => Promise<T>) =>
	transactAs(ctx.database, { agencyId: ctx.agencyId }, work, {
		isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead,
	});
