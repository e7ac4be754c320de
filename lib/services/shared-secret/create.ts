import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permit } from "../permit.ts";
import { requireStepUp } from "../require-step-up.ts";
import { addFirstVersion } from "./read-current.ts";

/** Makes the agency's first version. However many do so at once, there is one; later calls change nothing. */
export async function createSharedSecret(ctx: Context) {
	permit(ctx, "shared_secret.use");
	requireStepUp(ctx, "The shared secret proves who sends a request.");
	return inTransaction(ctx, async (tx) => ({ created: await addFirstVersion(tx, ctx) }));
}
