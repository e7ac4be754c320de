import { notFound } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findTag, lockTag, type TagRow } from "#lib/data/tags.ts";
import { permitCrm } from "../permit-crm.ts";

/** A tag that the actor may change, held. */
export async function lockChangeableTag(tx: Tx, ctx: Context, tagId: string): Promise<TagRow> {
	const found = await findTag(tx, ctx.agencyId, tagId);
	await permitCrm(tx, ctx, found?.locationId, "write");
	const tag = found && (await lockTag(tx, ctx.agencyId, found));
	if (!tag) throw notFound();
	return tag;
}

export const TAKEN = {
	field: "name",
	message: "This location has a tag of this name already.",
	indexes: "tags_",
};
