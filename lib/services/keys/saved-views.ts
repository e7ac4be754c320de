import { AppError, notFound } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import { VIEWS_MAX } from "#lib/core/saved-view.ts";
import { foldName } from "#lib/core/text.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { countLocations } from "#lib/data/locations.ts";
import {
	countSavedViews,
	deleteSavedView,
	listSavedViews,
	type SavedView,
	upsertSavedView,
	type ViewPlace,
} from "#lib/data/saved-views.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { permitList } from "./list.ts";

type Place = { locationId: string | null };

/** The views that the person saved of the list of keys at a place, by name. */
export const listViews = (ctx: Context, place: Place): Promise<SavedView[]> =>
	atPlace(ctx, place, listSavedViews);

/**
 * Saves a view of the list, over one that has its name. `replaces` names one that goes: that is how a view is renamed, which
 * writes over no other.
 */
export const saveView = (
	ctx: Context,
	{ name, search, replaces, ...place }: Place & SavedView & { replaces: string | null },
) =>
	atPlace(ctx, place, async (tx, where) => {
		if (replaces !== null) {
			await refuseOther(tx, where, name, replaces);
			await deleteSavedView(tx, where, foldName(replaces));
		}
		await upsertSavedView(tx, where, { id: newId(), name, nameFolded: foldName(name), search }, ctx.now);
		if ((await countSavedViews(tx, where)) > VIEWS_MAX) {
			throw new AppError("conflict", `You can keep up to ${VIEWS_MAX} views here. Delete one first.`);
		}
		return { name };
	});

/** Deletes a view. One that is gone already is no error. */
export const deleteView = (ctx: Context, { name, ...place }: Place & { name: string }) =>
	atPlace(ctx, place, async (tx, where) => {
		await deleteSavedView(tx, where, foldName(name));
		return { name };
	});

async function refuseOther(tx: Tx, where: ViewPlace, name: string, renamed: string) {
	const isName = foldName(name);
	if (isName === foldName(renamed)) return;
	const views = await listSavedViews(tx, where);
	if (!views.some((view) => foldName(view.name) === isName)) return;
	const message = "Another of your views here has this name. Choose a different one.";
	throw new AppError("conflict", message, { fields: [{ field: "name", message }] });
}

/** Views belong to people who may see the list; row-level security shows each of them their own. */
function atPlace<T>(
	ctx: Context,
	{ locationId }: Place,
	work: (tx: Tx, where: ViewPlace) => Promise<T>,
): Promise<T> {
	const { actor, agencyId } = ctx;
	if (actor.kind !== "person") throw notFound();
	permitList(ctx, locationId ? { level: "LOCATION", locationId } : { level: "AGENCY" });
	return transactAs(ctx.database, { agencyId, personId: actor.id }, async (tx) => {
		if (locationId && (await countLocations(tx, agencyId, [locationId])) === 0) throw notFound();
		return work(tx, { agencyId, userId: actor.id, locationId });
	});
}
