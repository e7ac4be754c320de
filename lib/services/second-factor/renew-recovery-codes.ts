import { AppError } from "#lib/core/errors.ts";
import { digestRecoveryCode, newRecoveryCodes } from "#lib/core/people/second-factor.ts";
import type { AccountContext } from "#lib/data/context.ts";
import { lockSecondFactor, replaceRecoveryCodes } from "#lib/data/second-factors.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { recordForPerson } from "../audit/record-for-person.ts";
import { requireStepUp } from "../require-step-up.ts";

/** Makes new recovery codes, which are shown this once. The ones before count no more. */
export function renewRecoveryCodes(ctx: AccountContext): Promise<{ recoveryCodes: string[] }> {
	requireStepUp(ctx, "Confirm that it is you before you make new recovery codes.");
	const { database, person, now, address } = ctx;
	const recoveryCodes = newRecoveryCodes();
	return transactAs(database, { personId: person.id }, async (tx) => {
		if (!(await lockSecondFactor(tx, person.id))) {
			throw new AppError("conflict", "Recovery codes belong to a second factor, and yours is off.");
		}
		await replaceRecoveryCodes(tx, person.id, recoveryCodes.map(digestRecoveryCode));
		await recordForPerson(tx, person, { action: "recovery_codes.renew", address, now });
		return { recoveryCodes };
	});
}
