const DELAY_MS = 250;
const DELAY_MS_MAX = 15_000;
const RECENT_MS = 60_000;

/**
 * How long the place of a worker that has died stays empty, in milliseconds: not at all after the first death within a
 * minute, then longer with each, so that a worker which cannot live does not take the machine from the others.
 */
export function respawnDelayMs(diedAt: readonly number[], now: number): number {
	const recent = diedAt.filter((at) => now - at < RECENT_MS).length;
	return recent <= 1 ? 0 : Math.min(DELAY_MS * 2 ** (recent - 2), DELAY_MS_MAX);
}
