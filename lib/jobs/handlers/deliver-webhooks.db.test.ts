import type { ServerResponse } from "node:http";
import { Logger, run } from "graphile-worker";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { JOBS } from "#lib/core/jobs.ts";
import { makeAgency } from "#lib/testing/factories.ts";
import { answerWith, startReceiver } from "#lib/testing/receiver.ts";
import { makeEndpoint, publish, storedDeliveries } from "#lib/testing/webhook-endpoints.ts";
import { whenDone } from "#lib/testing/when-done.ts";
import { testWorld } from "#lib/testing/world.ts";
import { deliverWebhooks } from "./deliver-webhooks.ts";
import { findDueWebhooks } from "./find-due-webhooks.ts";

process.env.EGRESS_ALLOW = "127.0.0.1";
const world = await testWorld();
const CONCURRENCY = 20;

/** A worker of the queue, as a process has it. */
async function startWorker() {
	const pgPool = new pg.Pool({ connectionString: world.appUrl, max: 5 });
	for (const event of ["error", "connect"] as const)
		pgPool.on(event, (client: unknown) => client instanceof pg.Client && client.on("error", () => {}));
	const ending = new AbortController();
	const job = () => ({ database: world.database, now: new Date(), dryRun: false, signal: ending.signal });
	const runner = await run({
		pgPool,
		concurrency: CONCURRENCY,
		noHandleSignals: true,
		logger: new Logger(() => () => {}),
		taskList: {
			"deliver-webhooks": async (payload) =>
				void (await deliverWebhooks(job(), JOBS["deliver-webhooks"].parse(payload))),
		},
	});
	whenDone(async () => {
		ending.abort();
		await runner.stop();
		await pgPool.end();
	});
}

test("an agency whose receivers never answer delays another by less than a second", async () => {
	const waiting: ServerResponse[] = [];
	const silent = await startReceiver((response) => waiting.push(response));
	const slow = await makeAgency(world);
	for (let index = 0; index < 30; index++)
		await makeEndpoint(world, slow, { url: silent.url, events: ["key.updated"] });
	const arrivedAt: number[] = [];
	const quick = await startReceiver((response) => {
		arrivedAt.push(performance.now());
		response.writeHead(204).end();
	});
	const other = await makeAgency(world);
	await makeEndpoint(world, other, { url: quick.url });
	for (let index = 0; index < 4; index++) await publish(world, slow, `key-${index}`, new Date());
	await startWorker();
	await vi.waitUntil(() => silent.received.length >= 8, { timeout: 5_000 });

	const delays: number[] = [];
	for (let index = 0; index < 10; index++) {
		const publishedAt = performance.now();
		await publish(world, other, "key", new Date());
		await vi.waitUntil(() => arrivedAt.length > index, { timeout: 5_000, interval: 5 });
		delays.push((arrivedAt.at(-1) ?? Number.POSITIVE_INFINITY) - publishedAt);
	}

	expect(silent.received).toHaveLength(8);
	expect(Math.max(...delays)).toBeLessThan(1_000);
	silent.react = answerWith(204);
	for (const response of waiting) response.writeHead(204).end();
});

test("a dry run sends nothing and queues nothing", async () => {
	const receiver = await startReceiver();
	const agency = await makeAgency(world);
	const endpoint = await makeEndpoint(world, agency, { url: receiver.url });
	await publish(world, agency, "key", new Date(Date.now() - 1_000));
	await world.owner.query("delete from graphile_worker._private_jobs where key like $1", [
		`%${endpoint.id}%`,
	]);
	const job = {
		database: world.database,
		now: new Date(),
		dryRun: true,
		signal: new AbortController().signal,
	};

	const said = [
		await deliverWebhooks(job, { agencyId: agency.id, endpointId: endpoint.id }),
		await findDueWebhooks(job, {}),
	];

	expect(said[0]).toContain(endpoint.id);
	expect(said[1]).toMatch(/^\d+ endpoints? with something due$/);
	expect(await storedDeliveries(world, endpoint)).toMatchObject([
		{ state: "PENDING", attempts: 0, lease: null },
	]);
	expect(receiver.connections).toBe(0);
});
