const DAY_MS = 86_400_000;

/** A key that was used in the last so many days is deleted only by those who say that they mean it. */
export const RECENT_USE_DAYS = 7;

export const isInRecentUse = (lastUsedAt: Date | null, now: Date) =>
	lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < RECENT_USE_DAYS * DAY_MS;
