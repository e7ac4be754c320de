import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { checkAsApp, findAppUrl } from "../database.ts";
import { clusterDirOf } from "../postgres/data-directory.ts";
import { addressOfRunning, startPostgres } from "../postgres.ts";
import { Refusal } from "../processes.ts";
import { ROOT } from "./child.ts";
import { lockDataDir, runningLauncher } from "./instance-lock.ts";
import { loadEnvFile, parse, readSettings, type Settings } from "./settings.ts";
import type { Shutdown } from "./shutdown.ts";

/** The settings of an installation that there is, for commands that work on its database. */
export function settingsOfInstallation(): Settings {
	loadEnvFile();
	const { DATABASE_URL, DATA_DIR } = parse(process.env);
	const dataDir = resolve(ROOT, DATA_DIR);
	if (!DATABASE_URL && !existsSync(clusterDirOf(dataDir))) {
		throw new Refusal(
			`There is no Latchkey in ${dataDir}: name its folder with DATA_DIR, or its DATABASE_URL.`,
		);
	}
	return readSettings("production");
}

type Place = Pick<Settings, "DATABASE_URL" | "DATABASE_MIGRATE_URL" | "secrets" | "dataDir">;

/**
 * The app's address of the installation's database, whether or not the product runs. A database of our own is started for
 * as long as this command needs it, unless it runs already. Nothing is migrated. A login that could pass the walls between
 * agencies is refused, as it is when the product starts.
 */
export async function findDatabase(shutdown: Shutdown, settings: Place): Promise<string> {
	const { DATABASE_URL, DATABASE_MIGRATE_URL, secrets } = settings;
	if (DATABASE_URL && DATABASE_MIGRATE_URL) {
		await checkAsApp(DATABASE_URL);
		return DATABASE_URL;
	}
	return findAppUrl(DATABASE_URL ?? (await openOwn(shutdown, settings)), secrets.split(","));
}

async function openOwn(shutdown: Shutdown, { dataDir }: Place): Promise<string> {
	if (runningLauncher(dataDir) !== undefined) {
		const running = addressOfRunning(dataDir);
		if (running) return running;
		throw new Refusal("Latchkey is just starting or stopping. Try again in a moment.");
	}
	const { unlock } = lockDataDir(dataDir);
	await shutdown.hold(async () => unlock());
	const own = await startPostgres({ dataDir });
	await shutdown.hold(own.stop, own.kill);
	return own.url;
}
