import { findAppUrl } from "./database.ts";
import { runChild } from "./launch/child.ts";
import { openDatabase } from "./launch/database.ts";
import { lockDataDir, runningLauncher } from "./launch/instance-lock.ts";
import { childEnv, loadEnvFile, parse, readSettings, type Settings } from "./launch/settings.ts";
import type { Shutdown } from "./launch/shutdown.ts";
import { runningPostgresUrl } from "./postgres.ts";
import { ensurePrismaClient } from "./prisma-client.ts";
import { Refusal } from "./processes.ts";
import { runUntilStopped } from "./program.ts";
import { createProgress } from "./progress.mjs";

/**
 * Wraps what is encrypted under an older part of LATCHKEY_SECRET anew under the newest. The product may run or not. It can
 * be interrupted and begun again.
 */
await runUntilStopped(async (shutdown) => {
	loadEnvFile();
	if ((parse(process.env).LATCHKEY_SECRET?.length ?? 0) < 2) {
		throw new Refusal(
			"npm run secrets:rewrap needs both secrets, the new one first: LATCHKEY_SECRET=new,old. " +
				"Restart Latchkey with them before you run it; docs/operate.md says how.",
		);
	}
	const settings = readSettings("production");
	await ensurePrismaClient();
	const appUrl = await reachDatabase(shutdown, settings);
	const { code } = await runChild(shutdown, {
		name: "Wrapping the secrets anew",
		args: ["scripts/rewrap-rows.ts"],
		env: childEnv(settings, appUrl),
		onOutput: (text) => process.stdout.write(text),
	});
	return code;
});

/** Where the application's own login works: in the PostgreSQL that is running, or in ours, started for this. */
async function reachDatabase(shutdown: Shutdown, settings: Settings): Promise<string> {
	const { DATABASE_URL, DATABASE_MIGRATE_URL, dataDir } = settings;
	if (DATABASE_URL && DATABASE_MIGRATE_URL) return DATABASE_URL;
	const secrets = settings.secrets.split(",");
	if (DATABASE_URL) return findAppUrl(DATABASE_URL, secrets);
	if (runningLauncher(dataDir) !== undefined) return findAppUrl(runningPostgresUrl(dataDir), secrets);
	const { unlock } = lockDataDir(dataDir);
	await shutdown.hold(async () => unlock());
	const progress = createProgress();
	const { appUrl } = await openDatabase(shutdown, progress, settings).finally(progress.end);
	return appUrl;
}
