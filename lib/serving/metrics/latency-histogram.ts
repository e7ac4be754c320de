import { Histogram } from "prom-client";
import { type EngineCounters, LATENCY_BOUNDS } from "#lib/verify/counters.ts";

/** A histogram over buckets that somebody else fills. */
export function latencyHistogram(
	name: string,
	help: string,
	latency: EngineCounters["latency"],
): Histogram<"le"> {
	const make = () => new Histogram<"le">({ name, help, buckets: [...LATENCY_BOUNDS], registers: [] });
	const empty = make();
	const get = async () => ({ ...(await empty.get()), values: values(name, latency) });
	// A page asks for one of them, the primary for the other.
	return Object.assign(make(), { get, getForPromString: get });
}

function values(name: string, { buckets, calls, seconds }: EngineCounters["latency"]) {
	const line = (suffix: string, value: number, labels: { le?: number | string } = {}) => ({
		metricName: `${name}_${suffix}`,
		labels,
		value,
	});
	let upTo = 0;
	const lines = [...LATENCY_BOUNDS, "+Inf"].map((le, index) => {
		upTo += buckets[index] ?? 0;
		return line("bucket", upTo, { le });
	});
	return [...lines, line("sum", seconds), line("count", calls)];
}
