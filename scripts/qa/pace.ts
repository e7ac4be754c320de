export type Rounds = {
	/** So many rounds make the check. */
	count: number;
	/** On a machine that is slow or busy so few will do, once the time is up. */
	least: number;
	/** In milliseconds. */
	ms: number;
};

/** All rounds, however long they take. */
export const every = (count: number): Rounds => ({ count, least: count, ms: 0 });

/** Begins the time, and says when there have been enough rounds. */
export function pace({ count, least, ms }: Rounds): (done: number) => boolean {
	const since = performance.now();
	return (done) => done >= count || (done >= least && performance.now() - since > ms);
}
