import type { Tx } from "./client.ts";

/** All queries here need `agencyId` and `personId` as viewpoint. */
export type ViewPlace = { agencyId: string; userId: string; locationId: string | null };

export type SavedView = { name: string; search: string };

export const listSavedViews = (tx: Tx, place: ViewPlace): Promise<SavedView[]> =>
	tx.savedView.findMany({
		where: place,
		select: { name: true, search: true },
		orderBy: { nameFolded: "asc" },
	});

export const countSavedViews = (tx: Tx, place: ViewPlace) => tx.savedView.count({ where: place });

/** Saves a view; one of the same name, or what that name was given to meanwhile, is written over. */
export const upsertSavedView = (
	tx: Tx,
	{ agencyId, userId, locationId }: ViewPlace,
	view: SavedView & { id: string; nameFolded: string },
	now: Date,
) => tx.$executeRaw`
	insert into saved_views (agency_id, id, user_id, location_id, name, name_folded, search, created_at)
	values (${agencyId}::uuid, ${view.id}::uuid, ${userId}::uuid, ${locationId}::uuid, ${view.name}, ${view.nameFolded},
		${view.search}, ${now})
	on conflict (agency_id, user_id, location_id, name_folded)
	do update set name = excluded.name, search = excluded.search`;

export const deleteSavedView = (tx: Tx, place: ViewPlace, nameFolded: string) =>
	tx.savedView.deleteMany({ where: { ...place, nameFolded } });
