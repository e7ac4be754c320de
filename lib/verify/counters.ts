import { processWide } from "#lib/config/process-wide.ts";
import { VERDICTS, type VerdictCode } from "#lib/core/verdicts.ts";

/** Upper ends of the latency buckets in seconds; a last bucket takes what is slower. */
export const LATENCY_BOUNDS = [
	0.000_01, 0.000_025, 0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1,
	0.25, 0.5, 1,
] as const;

/** What the engine counts as it works: plain numbers since the start of the process, read by nobody but the metrics. */
export type EngineCounters = ReturnType<typeof newCounters>;

/** Fresh ones: only for those who must not share the process's. */
export function newCounters() {
	return {
		verdicts: Object.fromEntries(Object.keys(VERDICTS).map((code) => [code, 0])) as Record<
			VerdictCode,
			number
		>,
		/** Calls that got no verdict since nobody could know. */
		unavailable: 0,
		cache: {
			hits: 0,
			misses: 0,
			/** Hits that were read again before or after they were answered. */
			refreshes: 0,
			/** Rows read that a change had overtaken, so that they were thrown away. */
			discardedFills: 0,
		},
		meters: {
			flushed: 0,
			flushesFailed: 0,
			/** Entries that wait to be written now. */
			buffered: 0,
			/** Uses that were not counted, since too many keys waited already. */
			dropped: 0,
		},
		/** How long verification took, for the calls that were timed of all that were seen. */
		latency: { buckets: new Float64Array(LATENCY_BOUNDS.length + 1), seconds: 0, calls: 0, seen: 0 },
	};
}

/** The process's counters. */
export const engineCounters: EngineCounters = processWide("engine-counters", newCounters);

/** Notes how long one call took. */
export function noteLatency({ latency }: EngineCounters, seconds: number): void {
	let bucket = 0;
	while (bucket < LATENCY_BOUNDS.length && seconds > (LATENCY_BOUNDS[bucket] ?? 0)) bucket++;
	latency.buckets[bucket] = (latency.buckets[bucket] ?? 0) + 1;
	latency.seconds += seconds;
	latency.calls += 1;
}
