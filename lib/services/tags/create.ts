import { TAGS_KNOWN_MAX } from "#lib/core/crm/tags.ts";
import { AppError } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import type { Context } from "#lib/data/context.ts";
import { countTagRows, insertTag, type TagRow } from "#lib/data/tags.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitCrm } from "../permit-crm.ts";
import { refuseDuplicate } from "../refuse-duplicate.ts";
import { TAKEN } from "./authorize.ts";

type NewTag = { locationId: string; name: string };

/** Makes a tag that no contact has yet. */
export function createTag(ctx: Context, { locationId, name }: NewTag): Promise<TagRow> {
	const creation = inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, locationId, "write");
		if ((await countTagRows(tx, { agencyId: ctx.agencyId, locationId })) >= TAGS_KNOWN_MAX) {
			const text = `A location may have up to ${TAGS_KNOWN_MAX} tags. Delete one that is not needed any more.`;
			throw new AppError("conflict", text);
		}
		return insertTag(tx, ctx.agencyId, { id: newId(), locationId, name }, ctx.now);
	});
	return refuseDuplicate(creation, TAKEN);
}
