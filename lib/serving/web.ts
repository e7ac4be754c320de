import cluster from "node:cluster";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import next from "next";
import { env } from "#lib/config/env.ts";
import { log } from "#lib/config/log.ts";
import { database } from "#lib/data/client.ts";
import { serving, surroundings } from "#lib/hot-lane/surroundings.ts";
import { startJobs } from "#lib/jobs/run-worker.ts";
import { announceSetUp } from "./announce-set-up.ts";
import { startAnchors } from "./audit-anchors.ts";
import { developmentUpgrades } from "./development-upgrades.ts";
import { DrainingResponse, drain } from "./drain.ts";
import { failToListen } from "./fail-to-listen.ts";
import { openMetrics } from "./metrics/web-metrics.ts";
import { endWhenTold } from "./orders.ts";
import { reportReady } from "./ready.ts";
import { type HandOver, receive } from "./receive.ts";
import { warmUp } from "./warm-up.ts";

/** Time for a client whose request crosses our farewell. Developers would rather not wait. */
const IDLE_GRACE_MS = env().NODE_ENV === "development" ? 0 : 3_000;

/** Serves the API and the pages: alone, or as one of the primary's workers. */
export async function serveWeb(): Promise<void> {
	const { APP_ORIGIN, HOST, NODE_ENV, PORT, ROLE } = env();
	let handOver: HandOver = async () => {};
	const around = surroundings();
	const onRequest: RequestListener = (request, response) => receive(request, response, around, handOver);
	const server = openServer(onRequest);
	const httpServer = developmentUpgrades(server);
	const development = NODE_ENV === "development";
	const app = next({ dev: development, httpServer, dir: process.cwd(), hostname: HOST, port: PORT });
	handOver = app.getRequestHandler();
	openMetrics();
	const jobs = ROLE === "all" ? startJobs(database()) : undefined;
	const anchors = ROLE === "all" ? startAnchors(database()) : undefined;

	endWhenTold(async ({ isGone }) => {
		await Promise.all([drain(server, isGone ? 0 : IDLE_GRACE_MS), jobs?.stop()]);
		await app.close();
		await Promise.all([around.engine.stop(), anchors?.stop()]);
		await around.engine.database.close();
	});
	process.on("SIGHUP", () => {
		if (!cluster.isWorker) log().warn("one process cannot be restarted one by one: set WEB_CONCURRENCY");
	});

	// Alone, it says at once that it lives. Among others, it takes no request before it can answer any.
	if (!cluster.isWorker) server.listen(PORT, HOST);
	await Promise.all([app.prepare(), around.engine.start()]);
	serving().yes = true;
	if (cluster.isWorker) {
		await warmUp(onRequest);
		await once(server.listen(PORT, HOST), "listening");
	}
	log().info({ origin: APP_ORIGIN }, "serving");
	await reportReady(around.readiness);
	await announceSetUp(around.engine.database);
}

function openServer(onRequest: RequestListener): Server {
	const server = createServer(
		{
			ServerResponse: DrainingResponse,
			requestTimeout: 15_000,
			headersTimeout: 5_000,
			keepAliveTimeout: 65_000,
			connectionsCheckingInterval: 1_000,
			maxHeaderSize: 16_384,
		},
		onRequest,
	);
	server.maxRequestsPerSocket = 10_000;
	return server.on("error", (error) => failToListen(error, env().PORT));
}
