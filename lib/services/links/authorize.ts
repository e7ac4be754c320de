import { notFound } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { findLink, type LinkFacts, lockLink } from "#lib/data/trigger-links.ts";
import { permitCrm } from "../permit-crm.ts";

/** Locks a trigger link that the actor may change. */
export const lockChangeableLink = (tx: Tx, ctx: Context, linkId: string) =>
	permitted(tx, ctx, () => lockLink(tx, ctx.agencyId, linkId), "write");

/** A trigger link that the actor may look at. */
export const findVisibleLink = (tx: Tx, ctx: Context, linkId: string) =>
	permitted(tx, ctx, () => findLink(tx, ctx.agencyId, linkId), "read");

async function permitted(
	tx: Tx,
	ctx: Context,
	load: () => Promise<LinkFacts | null>,
	verb: "read" | "write",
): Promise<LinkFacts> {
	const link = await load();
	await permitCrm(tx, ctx, link?.locationId, verb);
	if (!link) throw notFound();
	return link;
}
