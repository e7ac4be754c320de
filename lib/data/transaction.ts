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
): Promise<T> {
	try {
		return await db.$transaction(
			async (tx) => {
				await tx.$executeRaw`select set_config('latchkey.agency_id', ${viewpoint.agencyId ?? ""}, true),
					set_config('latchkey.person_id', ${viewpoint.personId ?? ""}, true)`;
				return work(tx);
			},
			{ maxWait: WAIT_FOR_CONNECTION_MS, timeout: TRANSACTION_MAX_MS },
		);
	} catch (error) {
		throw translateDatabaseError(error);
	}
}

/** {@link transactAs} for the context's agency. */
export const inTransaction = <T>(ctx: Context, work: (tx: Tx) => Promise<T>) =>
	transactAs(ctx.database, { agencyId: ctx.agencyId }, work);
