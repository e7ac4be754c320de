import { keyRing } from "#lib/config/secrets.ts";
import { seal } from "#lib/core/envelope.ts";
import { newId } from "#lib/core/ids.ts";
import { enrolmentUri, newSeed, seedBinding } from "#lib/core/people/second-factor.ts";
import type { AccountContext } from "#lib/data/context.ts";
import { insertSecondFactor } from "#lib/data/second-factors.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { refuseDuplicate } from "../refuse-duplicate.ts";
import { requireStepUp } from "../require-step-up.ts";

/** Makes a seed for an authenticator app. It counts for nothing until a code of it is shown, so it is not audited. */
export async function beginSecondFactor(ctx: AccountContext): Promise<{ seed: string; uri: string }> {
	requireStepUp(ctx, "Confirm that it is you before you set up a second factor.");
	const { id: userId, email } = ctx.person;
	const id = newId();
	const seed = newSeed();
	const factor = { id, userId, ...seal(seed, seedBinding(userId, id), keyRing("sealing")) };
	await refuseDuplicate(
		transactAs(ctx.database, { personId: userId }, (tx) => insertSecondFactor(tx, factor, ctx.now)),
		{ field: "code", message: "There is a second factor already. Switch it off before you set up another." },
	);
	return { seed, uri: enrolmentUri(seed, email) };
}
