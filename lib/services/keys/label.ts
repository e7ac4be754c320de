import { changedLabels, labelsBetween } from "#lib/core/keys/labels.ts";
import type { Context } from "#lib/data/context.ts";
import { updateKey } from "#lib/data/keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { auditedKey } from "./audited-key.ts";
import { lockChangeableKey } from "./authorize.ts";
import { changeLabels } from "./change-labels.ts";

type Labelling = { keyId: string; add: readonly string[]; remove: readonly string[] };

/** Gives a key labels and takes some from it. What is so already changes nothing and is no error. */
export const labelKey = (ctx: Context, { keyId, add, remove }: Labelling) =>
	inTransaction(ctx, async (tx) => {
		const before = await lockChangeableKey(tx, ctx, keyId);
		const { id, title } = before;
		const labels = await changeLabels(tx, ctx, before, (present) => changedLabels(present, { add, remove }));
		if (!labels) return { id, title, isChanged: false };
		const after = await updateKey(tx, ctx.agencyId, id, {}, ctx.now);
		await recordAudit(tx, ctx, {
			action: "key.edit",
			subject: { kind: "key", id },
			locationId: before.locationId,
			before: { ...auditedKey(before), ...labels.before },
			after: { ...auditedKey(after), ...labels.after },
		});
		return { id, title, isChanged: true, labels: labelsBetween(labels.before.labels, labels.after.labels) };
	});
