import { log } from "#lib/config/log.ts";
import { database, pingDatabase } from "#lib/data/client.ts";
import { draining } from "#lib/hot-lane/surroundings.ts";
import { startJobs } from "#lib/jobs/run-worker.ts";
import { startAnchors } from "./audit-anchors.ts";
import { listenForMetrics } from "./metrics/listener.ts";
import { processRegistry } from "./metrics/process-metrics.ts";
import { endWhenTold } from "./orders.ts";
import { reportReady } from "./ready.ts";

/** Does jobs and serves nobody. Needs PostgreSQL and nothing else. */
export async function keepHouse(): Promise<void> {
	const readiness = async () => (!draining().yes && (await pingDatabase(database())) ? "ready" : "not ready");
	listenForMetrics(() => {
		const registry = processRegistry(database());
		return { page: () => registry.metrics(), readiness };
	});
	// A change that a job makes asks every process whether it has heard of it.
	await database().changes.start();
	const [jobs, anchors] = [startJobs(database()), startAnchors(database())];
	endWhenTold(async () => {
		draining().yes = true;
		await jobs.stop();
		await anchors.stop();
		await database().close();
	});
	process.on("SIGHUP", () => log().warn("a worker serves nobody who would notice its restart"));
	log().info("keeping house");
	await reportReady(readiness);
}
