import type { Database } from "#lib/data/client.ts";
import { findPersonById } from "#lib/data/people.ts";
import { countRecoveryCodes } from "#lib/data/second-factors.ts";
import { transactAs } from "#lib/data/transaction.ts";

export type SecondFactorState = {
	/** ISO 8601; null while there is none. */
	since: string | null;
	recoveryCodesLeft: number;
	/** Whether the password is long enough to do without. */
	passwordStandsAlone: boolean;
	/** ISO 8601; null when it is the first. */
	passwordChangedAt: string | null;
};

/** How a person's sign-in is protected, for their account page. */
export const describeSecondFactor = (database: Database, personId: string): Promise<SecondFactorState> =>
	transactAs(database, { personId }, async (tx) => {
		const account = await findPersonById(tx, personId);
		return {
			since: account?.secondFactor?.confirmedAt?.toISOString() ?? null,
			recoveryCodesLeft: await countRecoveryCodes(tx, personId),
			passwordStandsAlone: account?.passwordStandsAlone ?? true,
			passwordChangedAt: account?.passwordChangedAt?.toISOString() ?? null,
		};
	});
