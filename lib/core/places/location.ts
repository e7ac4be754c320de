export const LOCATION_SORTS = ["name", "status", "keys", "people", "created"] as const;
export type LocationSort = (typeof LOCATION_SORTS)[number];

export const LOCATION_STATUSES = ["Open", "Suspended"] as const;
export type LocationStatus = (typeof LOCATION_STATUSES)[number];

/** A location as its agency's list shows it. */
export type LocationSummary = {
	id: string;
	slug: string;
	name: string;
	status: LocationStatus;
	keys: number;
	people: number;
	createdAt: string;
};
