/** Entry: decides what this process is. What it is not stays unloaded. */
import cluster from "node:cluster";
import { env } from "#lib/config/env.ts";

const { NODE_ENV, ROLE, WEB_CONCURRENCY } = env();
// Next keeps the pages that it compiles in development in one folder, for one process.
const concurrency = NODE_ENV === "development" ? undefined : WEB_CONCURRENCY;

if (ROLE === "worker") {
	const { keepHouse } = await import("#lib/serving/housekeeper.ts");
	await keepHouse();
} else if (concurrency !== undefined && cluster.isPrimary) {
	const { superviseWorkers } = await import("#lib/serving/primary.ts");
	superviseWorkers(concurrency);
} else {
	const { serveWeb } = await import("#lib/serving/web.ts");
	await serveWeb();
}
