import { AppError } from "#lib/core/errors.ts";
import { lockAccount } from "#lib/data/accounts.ts";
import type { AccountContext } from "#lib/data/context.ts";
import { findPersonById } from "#lib/data/people.ts";
import { deleteSecondFactor } from "#lib/data/second-factors.ts";
import { endSessionsOf } from "#lib/data/sessions.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { recordForPerson } from "../audit/record-for-person.ts";
import { requireStepUp } from "../require-step-up.ts";

/** Switches the second factor off and ends the person's other sessions. A short password cannot do without it. */
export function disableSecondFactor(ctx: AccountContext): Promise<void> {
	requireStepUp(ctx, "Confirm that it is you before you switch your second factor off.");
	const { database, person, sessionId, now, address } = ctx;
	return transactAs(database, { personId: person.id }, async (tx) => {
		await lockAccount(tx, person.id);
		const account = await findPersonById(tx, person.id);
		if (!account?.passwordStandsAlone) {
			throw new AppError(
				"conflict",
				"Your password is too short to stand alone. Choose one of at least 15 characters first.",
			);
		}
		if (!(await deleteSecondFactor(tx, person.id))) {
			throw new AppError("conflict", "Your second factor is off already.");
		}
		await endSessionsOf(tx, person.id, now, sessionId);
		await recordForPerson(tx, person, { action: "second_factor.disable", address, now });
	});
}
