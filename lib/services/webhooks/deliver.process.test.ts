import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { makeAgency, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { type Received, startReceiver } from "#lib/testing/receiver.ts";
import {
	makeEndpoint,
	publish,
	storedDeliveries,
	type TestEndpoint,
} from "#lib/testing/webhook-endpoints.ts";
import { testWorld } from "#lib/testing/world.ts";
import { deliverDue } from "./deliver.ts";

process.env.EGRESS_ALLOW = "127.0.0.1";
const world = await testWorld();

const dataOf = ({ body }: Received) => JSON.parse(body).data;
const idOf = ({ headers }: Received) => headers["webhook-id"];

/** A process of its own that delivers, as a worker would. */
function startProcess({ agencyId, id: endpointId }: TestEndpoint, now: Date) {
	const program = `
		import { database } from "#lib/data/client.ts";
		import { deliverDue } from "#lib/services/webhooks/deliver.ts";
		const turn = { database: database(), now: new Date("${now.toISOString()}"), signal: new AbortController().signal };
		await deliverDue(turn, { agencyId: "${agencyId}", endpointId: "${endpointId}" });`;
	return spawn(process.execPath, ["--input-type=module", "--eval", program], {
		env: { ...process.env, DATABASE_URL: world.appUrl },
		stdio: ["ignore", "ignore", "inherit"],
	});
}

test("processes that are killed in the middle of their work lose no event, and repeat none under another id", async () => {
	const agency = await makeAgency(world);
	const receiver = await startReceiver();
	const endpoint = await makeEndpoint(world, agency, { url: receiver.url });
	const keys = ["a", "b", "c"];
	for (let step = 0; step < 12; step++)
		for (const key of keys) await publish(world, agency, key, NOW, { key, step });
	const events = (await storedDeliveries(world, endpoint)).map(({ event_id }) => event_id);

	for (let killed = 0; killed < 3; killed++) {
		const reached = receiver.received.length + 5 + killed;
		const worker = startProcess(endpoint, minutesFrom(NOW, killed));
		await vi.waitUntil(() => receiver.received.length >= reached, { timeout: 30_000, interval: 1 });
		worker.kill("SIGKILL");
		await once(worker, "exit");
	}
	const held = (await storedDeliveries(world, endpoint)).filter(({ lease }) => lease !== null);
	const turn = { database: world.database, now: minutesFrom(NOW, 10), signal: new AbortController().signal };
	await deliverDue(turn, { agencyId: agency.id, endpointId: endpoint.id });

	expect(held.length, "the last was killed with something under way").toBeGreaterThan(0);
	expect(new Set(receiver.received.map(idOf))).toEqual(new Set(events));
	expect((await storedDeliveries(world, endpoint)).every(({ state }) => state === "DELIVERED")).toBe(true);
	for (const key of keys) {
		const steps = receiver.received.map(dataOf).filter((data) => data.key === key);
		const inOrder = steps.map(({ step }) => step);
		expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other));
	}
});
