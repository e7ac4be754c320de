import { TAGS_KNOWN_MAX } from "#lib/core/crm/tags.ts";
import { notFound } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { findTag, listTagRows, type TagRow } from "#lib/data/tags.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitCrm } from "../permit-crm.ts";

/** The tags that a location knows, by name. */
export const listKnownTags = (ctx: Context, { locationId }: { locationId: string }): Promise<TagRow[]> =>
	inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, locationId, "read");
		return listTagRows(tx, { agencyId: ctx.agencyId, locationId }, TAGS_KNOWN_MAX);
	});

/** One tag. */
export const getTag = (ctx: Context, { tagId }: { tagId: string }): Promise<TagRow> =>
	inTransaction(ctx, async (tx) => {
		const tag = await findTag(tx, ctx.agencyId, tagId);
		await permitCrm(tx, ctx, tag?.locationId, "read");
		if (!tag) throw notFound();
		return tag;
	});
