import type { Context } from "#lib/data/context.ts";
import { listKnownLabels } from "#lib/data/key-labels.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { type KeyPlaces, permitList } from "./list.ts";

/** More than anybody goes through; a label that is left out can be typed. */
const LABELS_LISTED_MAX = 200;

/** The labels that keys of a level have, or those of one location, in the order of the alphabet. */
export function listLabels(ctx: Context, places: KeyPlaces) {
	permitList(ctx, places);
	return inTransaction(ctx, (tx) => listKnownLabels(tx, ctx.agencyId, places, LABELS_LISTED_MAX));
}
