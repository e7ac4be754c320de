/** Signals of one life: the first asks jobs to stop between two batches, the second waits for none of them. */
export type Ends = {
	asked: AbortSignal;
	due: AbortSignal;
	/** After this long a job is told to stop, and its place is given to another. */
	jobMsMax: number;
};

/**
 * What the work comes to; none is begun once the process has been asked to end. Its signal is aborted when the process is asked to end. When the job takes too long, or the
 * process can wait no longer, this fails, whether the work listens to the signal or not.
 */
export async function withinLife<T>(ends: Ends, begin: (signal: AbortSignal) => Promise<T>): Promise<T> {
	// The queue gives a job that was not begun to another.
	if (ends.asked.aborted) throw new Error("the process ends");
	const stopping = new AbortController();
	const givenUp = Promise.withResolvers<never>();
	const giveUp = (reason: unknown) => {
		stopping.abort(reason);
		givenUp.reject(reason);
	};
	const stop = () => stopping.abort();
	const end = () => giveUp(ends.due.reason);
	const timer = setTimeout(() => giveUp(new Error("the job took too long")), ends.jobMsMax);
	ends.asked.addEventListener("abort", stop);
	ends.due.addEventListener("abort", end);
	try {
		return await Promise.race([begin(stopping.signal), givenUp.promise]);
	} finally {
		clearTimeout(timer);
		ends.asked.removeEventListener("abort", stop);
		ends.due.removeEventListener("abort", end);
	}
}
