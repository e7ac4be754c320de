import { expect, test } from "vitest";
import { readyServerProcess, type ServerProcess, until } from "#lib/testing/server-process.ts";
import { testWorld } from "#lib/testing/world.ts";

await testWorld();

const NAMES = [
	"process_cpu_seconds_total",
	"nodejs_heap_size_used_bytes",
	"nodejs_eventloop_lag_p99_seconds",
	"latchkey_database_connections",
	"latchkey_verdicts_total",
	"latchkey_cache_hits_total",
	"latchkey_channel_state",
	"latchkey_meter_flushes_total",
	"latchkey_verify_seconds_bucket",
];

async function get({ metricsOrigin }: ServerProcess, path: string, init?: RequestInit) {
	const response = await fetch(metricsOrigin + path, init);
	return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

test("one process shows what it measures, on an address of its own", async () => {
	const server = await readyServerProcess();

	const { status, type, text } = await get(server, "/metrics");

	expect(status).toBe(200);
	expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
	for (const name of NAMES) expect(text).toMatch(new RegExp(`^${name}[{ ]`, "m"));
	expect(await get(server, "/livez")).toMatchObject({ status: 200, text: '{"status":"live"}' });
	expect(await get(server, "/readyz")).toMatchObject({ status: 200, text: '{"status":"ready"}' });
	expect(await get(server, "/")).toMatchObject({ status: 404 });
	expect(await get(server, "/metrics", { method: "POST" })).toMatchObject({ status: 405 });
	for (const path of ["/metrics", "/livez", "/readyz"])
		expect((await fetch(server.origin + path)).status).toBe(404);
});

test("a primary shows what each of its workers measures, and how many there are", async () => {
	const server = await readyServerProcess({ WEB_CONCURRENCY: "2" });
	const page = await until("both are ready", async () => {
		const { text } = await get(server, "/metrics");
		return text.includes('latchkey_workers{state="ready"} 2') && text;
	});

	for (const name of NAMES.filter((each) => !each.endsWith("_bucket"))) {
		expect(page).toMatch(new RegExp(`^${name}\\{.*worker="1".*\\}`, "m"));
		expect(page).toMatch(new RegExp(`^${name}\\{.*worker="2".*\\}`, "m"));
	}
	expect(page).toContain("latchkey_worker_deaths_total 0");
	expect(await get(server, "/livez")).toMatchObject({ status: 200 });
	expect(await get(server, "/readyz")).toMatchObject({ status: 200, text: '{"status":"ready"}' });
});
