import { resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ROOT } from "./launch/child.ts";
import { runningLauncher } from "./launch/instance-lock.ts";
import { clearRestartReport, readRestartReport } from "./launch/restart-report.ts";
import { loadEnvFile, parse } from "./launch/settings.ts";
import { Refusal } from "./processes.ts";
import { runAsProgram } from "./program.ts";
import { createProgress } from "./progress.mjs";

const POLL_MS = 50;
/** A new worker has a minute to start, and an old one ten seconds to end. */
const SILENCE_MS_MAX = 90_000;

/** Has the product of this data folder replace its workers one by one, and stays until it has. */
await runAsProgram(async () => {
	if (process.platform === "win32")
		throw new Refusal("Windows has no signal for this: stop Latchkey and start it.");
	loadEnvFile();
	const dataDir = resolve(ROOT, parse(process.env).DATA_DIR);
	const pid = runningLauncher(dataDir);
	if (pid === undefined) {
		throw new Refusal(`No Latchkey runs with the data in ${dataDir}. Start it: npm start`);
	}
	clearRestartReport(dataDir);
	process.kill(pid, "SIGHUP");
	await follow(dataDir);
	return 0;
});

async function follow(dataDir: string): Promise<void> {
	const progress = createProgress();
	let end = (_result: string) => {};
	let last = "";
	let heardAt = performance.now();
	try {
		for (;;) {
			const report = readRestartReport(dataDir);
			if (report?.state === "refused") throw new Refusal(report.reason);
			if (report?.state === "done") return end("worker replaced; all are new");
			if (report && JSON.stringify(report) !== last) {
				last = JSON.stringify(report);
				heardAt = performance.now();
				end("worker replaced");
				end = progress.begin(`replacing worker ${report.done + 1} of ${report.of}`);
			}
			if (runningLauncher(dataDir) === undefined) throw new Refusal("Latchkey has ended meanwhile.");
			if (performance.now() - heardAt > SILENCE_MS_MAX) {
				throw new Refusal("Latchkey has not said for 90 seconds how the restart goes. See its log.");
			}
			await delay(POLL_MS);
		}
	} finally {
		progress.end();
	}
}
