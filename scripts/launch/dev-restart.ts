import { existsSync, watch } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { endChild } from "../processes.ts";
import { ROOT } from "./child.ts";
import { type Server, startServer } from "./server.ts";
import type { Shutdown } from "./shutdown.ts";

/** What runs outside of Next, which reloads the rest by itself. */
const OUTSIDE_NEXT = [
	"server.ts",
	"lib/api",
	"lib/config",
	"lib/gate",
	"lib/hot-lane",
	"lib/serving",
	"lib/verify",
];
const QUIET_MS = 150;
const STOP_MS = 3_000;

/** Development only: starts the server anew whenever a file changes that it has loaded itself. */
export async function restartOnChange(
	shutdown: Shutdown,
	env: NodeJS.ProcessEnv,
	first: Server,
): Promise<never> {
	let changed = Promise.withResolvers<void>();
	for (const path of OUTSIDE_NEXT.map((name) => join(ROOT, name)).filter(existsSync)) {
		const watcher = watch(path, { recursive: true }, () => changed.resolve());
		await shutdown.hold(async () => watcher.close());
	}
	for (let server: Server | undefined = first; ; ) {
		reportEnd(shutdown, server, () => server);
		await changed.promise;
		await delay(QUIET_MS);
		changed = Promise.withResolvers();
		console.log("A file that the server has loaded has changed; starting it anew.");
		const old: Server | undefined = server;
		server = undefined;
		if (old) await endChild(old.child, "SIGTERM", STOP_MS);
		old?.release();
		server = await startServer(shutdown, env).catch(report);
	}
}

function reportEnd(shutdown: Shutdown, server: Server | undefined, current: () => Server | undefined): void {
	server?.failed.catch((error: Error) => {
		if (current() === server && !shutdown.isOrdered) report(error);
	});
}

function report(error: Error): undefined {
	console.error(`${error.message} It starts again when a file changes.`);
}
