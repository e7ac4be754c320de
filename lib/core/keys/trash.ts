import type { DeletedBecause, KeyLevel } from "./key.ts";

const DAY_MS = 86_400_000;

/** How long a deleted key can be brought back. After that it goes for good. */
export const RESTORABLE_DAYS = 30;

export const restorableUntil = (deletedAt: Date) => new Date(deletedAt.getTime() + RESTORABLE_DAYS * DAY_MS);

/** Keys that were deleted before this moment cannot be brought back. */
export const restorableSince = (now: Date) => new Date(now.getTime() - RESTORABLE_DAYS * DAY_MS);

/** What the trash shows of a key. Instants are ISO 8601. */
export type TrashedKey = {
	id: string;
	level: KeyLevel;
	locationName: string | null;
	title: string;
	masked: string;
	deletedAt: string;
	deletedBecause: DeletedBecause;
	/** Null when no person did it, or when it was not kept. */
	deletedByName: string | null;
	/** For how many whole days nobody had used it. */
	idleDays: number;
	restorableUntil: string;
	/** Somebody else knows it, so that it never comes back. */
	compromised: boolean;
};

/** The whole days between the last sign of life and the deletion. */
export const idleDaysOf = ({ deletedAt, idleSince }: { deletedAt: Date; idleSince: Date }) =>
	Math.max(0, Math.floor((deletedAt.getTime() - idleSince.getTime()) / DAY_MS));
