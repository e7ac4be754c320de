import cluster from "node:cluster";
import { log } from "#lib/config/log.ts";

export const STOP_MS_MAX = 9_000;

/**
 * Runs `stop` once, at the first order to end, and then ends: by force when that takes too long. `isGone` says that
 * whoever started this process has gone, and that nobody else would ever stop it.
 */
export function endWhenTold(stop: (order: { isGone: boolean }) => Promise<void>, msMax = STOP_MS_MAX): void {
	let stopping = false;
	const obey = async (reason: string, isGone: boolean) => {
		if (stopping) return;
		stopping = true;
		log().info({ reason }, "stopping");
		setTimeout(() => process.exit(1), msMax).unref();
		try {
			await stop({ isGone });
			process.exit(0);
		} catch (error) {
			log().error({ err: error }, "could not stop in order");
			process.exit(1);
		}
	};
	process.on("SIGTERM", () => void obey("SIGTERM", false));
	process.on("SIGINT", () => void obey("SIGINT", false));
	process.on("disconnect", () => void obey("launcher gone", true));
	process.on("unhandledRejection", (error) => log().error({ err: error }, "unhandled rejection"));
	const { worker } = cluster;
	// Left to itself, a worker whose primary is gone ends in the middle of what it does, or of what it tells the primary.
	worker?.on("disconnect", () => {
		worker.exitedAfterDisconnect = true;
	});
	worker?.on("error", (error) => log().debug({ err: error }, "the primary does not hear"));
}
