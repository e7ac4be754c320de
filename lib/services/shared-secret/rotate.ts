import { AppError } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import {
	endOverlaps,
	endSharedSecret,
	insertSharedSecret,
	lockSharedSecret,
} from "#lib/data/shared-secrets.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permit } from "../permit.ts";
import { requireStepUp } from "../require-step-up.ts";
import { makeVersion } from "./seal.ts";

const SECOND_MS = 1_000;

/**
 * Puts a new version in the place of `version`, which goes on counting for the overlap. At most two count at a time: an
 * overlap that is still running ends. Nothing is opened, so a version that is damaged can be replaced too.
 */
export async function rotateSharedSecret(ctx: Context, input: { version: number; overlapSeconds: number }) {
	permit(ctx, "shared_secret.use");
	requireStepUp(ctx, "A new shared secret changes what your systems have to sign with.");
	return inTransaction(ctx, async (tx) => {
		const before = await lockSharedSecret(tx, ctx.agencyId, input.version);
		if (before?.endsAt !== null) {
			throw new AppError("conflict", "The secret was rotated meanwhile. Reload to see what counts now.");
		}
		const endsAt = new Date(ctx.now.getTime() + input.overlapSeconds * SECOND_MS);
		const { row } = makeVersion(ctx.agencyId, before.version + 1, ctx.actor.name);
		await endOverlaps(tx, ctx.agencyId, ctx.now);
		await endSharedSecret(tx, ctx.agencyId, before.id, { endsAt, now: ctx.now });
		await insertSharedSecret(tx, ctx.agencyId, row, ctx.now);
		await recordAudit(tx, ctx, {
			action: "shared_secret.rotate",
			subject: { kind: "shared_secret", id: row.id },
			before: { version: before.version },
			after: { version: row.version, previousEndsAt: endsAt.toISOString() },
		});
		return { id: row.id, version: row.version, previousEndsAt: endsAt.toISOString() };
	});
}
