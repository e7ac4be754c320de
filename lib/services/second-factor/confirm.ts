import { AppError } from "#lib/core/errors.ts";
import { digestRecoveryCode, newRecoveryCodes, stepOfCode } from "#lib/core/people/second-factor.ts";
import { lockAccount } from "#lib/data/accounts.ts";
import type { AccountContext } from "#lib/data/context.ts";
import { confirmFactor, findSecondFactor, replaceRecoveryCodes } from "#lib/data/second-factors.ts";
import { endSessionsOf } from "#lib/data/sessions.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { recordForPerson } from "../audit/record-for-person.ts";
import { requireStepUp } from "../require-step-up.ts";
import { openSeed } from "./take-code.ts";

/**
 * Switches the second factor on by a first code of it, ends the person's other sessions, and returns the recovery codes,
 * which are shown this once.
 */
export function confirmSecondFactor(ctx: AccountContext, code: string): Promise<{ recoveryCodes: string[] }> {
	requireStepUp(ctx, "Confirm that it is you before you set up a second factor.");
	const { database, person, sessionId, now, address } = ctx;
	const recoveryCodes = newRecoveryCodes();
	return transactAs(database, { personId: person.id }, async (tx) => {
		// Sign-ins under way by the password alone wait, and then see that it is not enough.
		await lockAccount(tx, person.id);
		const factor = await findSecondFactor(tx, person.id);
		if (!factor || factor.confirmedAt) throw notWaiting();
		const step = await stepOfCode(openSeed(factor), code, now);
		if (step === null) throw wrongCode();
		if (!(await confirmFactor(tx, factor, step, now))) throw notWaiting();
		await replaceRecoveryCodes(tx, person.id, recoveryCodes.map(digestRecoveryCode));
		await endSessionsOf(tx, person.id, now, sessionId);
		await recordForPerson(tx, person, { action: "second_factor.enable", address, now });
		return { recoveryCodes };
	});
}

const notWaiting = () =>
	new AppError("conflict", "This set-up was finished or started anew elsewhere. Reload the page to see.");

function wrongCode() {
	const message =
		"That code does not fit. Type the one that the app shows now, and see that the clock of the device is right.";
	return new AppError("invalid_input", message, { fields: [{ field: "code", message }] });
}
