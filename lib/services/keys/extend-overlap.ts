import { AppError } from "#lib/core/errors.ts";
import { extensionProblem } from "#lib/core/keys/overlap.ts";
import type { Context } from "#lib/data/context.ts";
import { moveOlderEnd } from "#lib/data/key-secrets.ts";
import { updateKey } from "#lib/data/keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { propagate } from "../propagate.ts";
import { lockOverlap, type SeenKey } from "./lock-overlap.ts";

/** Lets an older secret that still counts go on for longer, until 30 days after the rotation at most. */
export function extendKeyOverlap(ctx: Context, { endsAt, ...seen }: SeenKey & { endsAt: Date }) {
	const { keyId } = seen;
	const change = inTransaction(ctx, async (tx) => {
		const { key, older } = await lockOverlap(tx, ctx, seen);
		const problem = extensionProblem({ rotatedAt: key.secretSince, before: older.endsAt, after: endsAt });
		if (problem) {
			throw new AppError("invalid_input", problem, { fields: [{ field: "endsAt", message: problem }] });
		}
		await moveOlderEnd(tx, ctx.agencyId, keyId, endsAt);
		const after = await updateKey(tx, ctx.agencyId, keyId, {}, ctx.now);
		await recordAudit(tx, ctx, {
			action: "key.extend_overlap",
			subject: { kind: "key", id: keyId },
			locationId: key.locationId,
			before: { olderSecretEndsAt: older.endsAt.toISOString() },
			after: { olderSecretEndsAt: endsAt.toISOString() },
		});
		return { id: after.id, title: after.title };
	});
	return propagate(ctx, change);
}
