import { AggregatorRegistry, Registry } from "prom-client";
import { expect, test } from "vitest";
import { newCounters, noteLatency } from "#lib/verify/counters.ts";
import { registerEngineMetrics } from "./engine-metrics.ts";

function registered() {
	const [registry, counters] = [new Registry(), newCounters()];
	const changes = {
		counts: { beats: 0, connections: 0, changes: 0, barriers: 0 },
		instances: 1,
		isProven: false,
		provenAt: Number.NEGATIVE_INFINITY,
	};
	const memory = { entries: 0, bytes: 0 };
	registerEngineMetrics(registry, { counters, memory, database: { changes } });
	return { registry, counters, changes, memory };
}

const linesOf = (page: string) => page.split("\n").filter((line) => !line.startsWith("#"));

test("what the engine has counted is on the page, however often it is read", async () => {
	const { registry, counters, changes, memory } = registered();
	counters.verdicts.VALID += 7;
	counters.unavailable += 2;
	counters.cache.hits += 5;
	memory.entries = 3;
	changes.isProven = true;
	counters.meters.flushesFailed += 1;
	await registry.metrics();

	const lines = linesOf(await registry.metrics());

	expect(lines).toEqual(
		expect.arrayContaining([
			'latchkey_verdicts_total{code="VALID"} 7',
			'latchkey_verdicts_total{code="REVOKED"} 0',
			"latchkey_unavailable_total 2",
			"latchkey_cache_hits_total 5",
			"latchkey_cache_entries 3",
			'latchkey_channel_state{state="proven"} 1',
			'latchkey_channel_state{state="in doubt"} 0',
			"latchkey_meter_flushes_failed_total 1",
		]),
	);
});

test("a channel that was never proven has an endless age, and one that was counts from then", async () => {
	const { registry, changes } = registered();
	const age = async () => {
		const line = linesOf(await registry.metrics()).find((each) => each.includes("proof_age")) ?? "";
		return line.split(" ").at(-1);
	};
	expect(await age()).toBe("+Inf");

	changes.provenAt = performance.now() - 2_000;

	expect(Number(await age())).toBeGreaterThanOrEqual(2);
	expect(Number(await age())).toBeLessThan(60);
});

test("latency is a histogram, also when the primary adds up its workers", async () => {
	const workers = [registered(), registered()];
	for (const [index, { registry, counters }] of workers.entries()) {
		registry.setDefaultLabels({ worker: String(index + 1) });
		noteLatency(counters, 0.000_02);
		noteLatency(counters, 0.3);
		noteLatency(counters, 9);
	}
	const expected = (worker: string) => [
		`latchkey_verify_seconds_bucket{le="0.00001"${worker}} 0`,
		`latchkey_verify_seconds_bucket{le="0.000025"${worker}} 1`,
		`latchkey_verify_seconds_bucket{le="0.25"${worker}} 1`,
		`latchkey_verify_seconds_bucket{le="0.5"${worker}} 2`,
		`latchkey_verify_seconds_bucket{le="+Inf"${worker}} 3`,
	];

	const all = await Promise.all(workers.map(({ registry }) => registry.getMetricsAsJSON()));
	const page = await AggregatorRegistry.aggregate(all).metrics();

	expect(page).toContain("# TYPE latchkey_verify_seconds histogram");
	expect(linesOf(page)).toEqual(
		expect.arrayContaining([
			...expected(',worker="1"'),
			...expected(',worker="2"'),
			'latchkey_verify_seconds_count{worker="1"} 3',
		]),
	);
});
