import { openDatabase } from "./launch/database.ts";
import { fillDemo, readDemo } from "./launch/demo.ts";
import { restartOnChange } from "./launch/dev-restart.ts";
import { lockDataDir } from "./launch/instance-lock.ts";
import { requireFreePort } from "./launch/port.ts";
import { acceptRestarts, refuseRestarts } from "./launch/rolling-restart.ts";
import { startServer } from "./launch/server.ts";
import { findSetUpAddress } from "./launch/set-up.ts";
import { childEnv, type Mode, readSettings } from "./launch/settings.ts";
import type { Shutdown } from "./launch/shutdown.ts";
import { welcome } from "./launch/welcome.ts";
import { ensurePrismaClient } from "./prisma-client.ts";
import { runUntilStopped } from "./program.ts";
import { createProgress } from "./progress.mjs";
import { build, isBuilt } from "./web-build.ts";

/** A server whose launcher was killed finishes its requests before it lets go of the port. */
const LAST_SERVER_ENDS_MS = 12_000;

const mode: Mode = process.argv.includes("--dev") ? "development" : "production";
const progress = createProgress();

await runUntilStopped((shutdown) => launch(shutdown).finally(progress.end), 0);

/** Starts the product and stays until something of it ends, which is a failure, or somebody stops it. */
async function launch(shutdown: Shutdown): Promise<never> {
	const settings = readSettings(mode);
	const { unlock, wasLeft } = lockDataDir(settings.dataDir);
	await shutdown.hold(async () => unlock());
	refuseRestarts(shutdown, settings);
	const serves = settings.ROLE !== "worker";
	if (serves) await requireFreePort(settings.HOST, settings.PORT, wasLeft ? LAST_SERVER_ENDS_MS : 0);

	const client = prepareClient();
	const [database] = await Promise.all([
		Promise.all([openDatabase(shutdown, progress, settings), client]).then(async ([opened]) => {
			if (!serves) return opened;
			const done = progress.begin("filling the demo agency");
			done((await fillDemo(shutdown, settings, opened)) ? "demo agency filled" : undefined);
			return opened;
		}),
		mode === "production" && serves ? client.then(() => buildPages(shutdown)) : undefined,
	]);

	const done = progress.begin("starting the server");
	const env = childEnv(settings, database.appUrl);
	const server = await startServer(shutdown, env);
	acceptRestarts(shutdown, settings, server, database.appUrl);
	done(serves ? "serving" : "keeping house");
	progress.end();
	if (serves) console.log(welcome(settings, readDemo(settings), await findSetUpAddress(settings, database)));
	const running = mode === "development" ? restartOnChange(shutdown, env, server) : server.failed;
	return Promise.race([running, database.failed]);
}

async function prepareClient(): Promise<void> {
	const done = progress.begin("generating the database client");
	done((await ensurePrismaClient()) ? "database client generated" : undefined);
}

async function buildPages(shutdown: Shutdown): Promise<void> {
	if (isBuilt()) return;
	const done = progress.begin("building the pages");
	await build(shutdown);
	done("pages built");
}
