import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { testDatabase } from "#lib/testing/database.ts";
import { FaultProxy } from "./fault-proxy.ts";

const { appUrl } = await testDatabase();
const opened: { end: () => Promise<void> }[] = [];
afterEach(async () => {
	for (const one of opened.splice(0).reverse()) await one.end();
});

async function openProxy() {
	const proxy = new FaultProxy(() => Number(new URL(appUrl).port));
	const port = await proxy.listen();
	opened.push({ end: () => proxy.close() });
	const connect = async (name: string) => {
		const url = Object.assign(new URL(appUrl), { port: String(port) }).href;
		const client = new pg.Client({ connectionString: url, application_name: name });
		client.on("error", () => {});
		await client.connect();
		opened.push(client);
		return client;
	};
	return { proxy, connect };
}

/** Whether the connection answers before another one has answered twenty times. */
async function isSilent(client: pg.Client, other: pg.Client) {
	let answered = false;
	const answer = client.query("select 1").then(() => {
		answered = true;
	});
	for (let turn = 0; turn < 20; turn++) await other.query("select 1");
	return { silent: !answered, answer };
}

test("a fault for one name leaves the others alone, and nothing is lost when it ends", async () => {
	const { proxy, connect } = await openProxy();
	const [channel, engine] = [await connect("channel"), await connect("engine")];

	proxy.set({ kind: "blackhole" }, ["channel"]);
	const { silent, answer } = await isSilent(channel, engine);
	proxy.set({ kind: "pass" });

	expect(silent).toBe(true);
	await answer;
});

test("a new connection into a black hole is accepted and hears nothing until it ends", async () => {
	const { proxy, connect } = await openProxy();
	const engine = await connect("engine");

	proxy.set({ kind: "blackhole" }, ["channel"]);
	let connected = false;
	const connecting = connect("channel").then(() => {
		connected = true;
	});
	for (let turn = 0; turn < 20; turn++) await engine.query("select 1");
	expect(connected).toBe(false);
	proxy.set({ kind: "pass" });

	await connecting;
});

test("a reset ends connections and refuses new ones", async () => {
	const { proxy, connect } = await openProxy();
	const client = await connect("engine");

	proxy.set({ kind: "rst" });

	await expect(client.query("select 1")).rejects.toThrow();
	await expect(connect("engine")).rejects.toThrow();
});

test("what is asked of a mute connection is done all the same", async () => {
	const { proxy, connect } = await openProxy();
	const [writer, reader] = [await connect("writer"), await connect("reader")];

	proxy.set({ kind: "mute" }, ["writer"]);
	const lost = writer.query("select pg_advisory_lock(7)").catch((error: unknown) => error);
	await expect
		.poll(async () => (await reader.query("select 1 from pg_locks where locktype = 'advisory'")).rowCount)
		.toBe(1);
	proxy.set({ kind: "rst" }, ["writer"]);

	expect(await lost).toBeInstanceOf(Error);
});

test("a delay counts on the way there and back, and statements are counted by name", async () => {
	const { proxy, connect } = await openProxy();
	const client = await connect("engine");
	proxy.forgetCounts();

	proxy.set({ kind: "delay", ms: 15 });
	const since = performance.now();
	await client.query("select 1");

	expect(performance.now() - since).toBeGreaterThanOrEqual(30);
	expect(proxy.statements.get("engine")).toBe(1);
});
