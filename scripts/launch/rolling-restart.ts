import { type Order, Report } from "#lib/serving/messages.ts";
import { messageOf, Refusal } from "../processes.ts";
import { isBuilt } from "../web-build.ts";
import { renewedChildEnv } from "./renewed-env.ts";
import { type RestartReport, writeRestartReport } from "./restart-report.ts";
import type { Server } from "./server.ts";
import type { Settings } from "./settings.ts";
import type { Shutdown } from "./shutdown.ts";

/** Until the product serves, a SIGHUP is told to wait: it is no order to stop. */
export const refuseRestarts = (shutdown: Shutdown, { dataDir }: Settings) =>
	shutdown.onHangUp(() =>
		report(dataDir, { state: "refused", reason: "Latchkey is still starting. Try again when it serves." }),
	);

/** From now on a SIGHUP replaces the server's workers one by one, if there are any. */
export function acceptRestarts(shutdown: Shutdown, settings: Settings, server: Server, appUrl: string): void {
	const { dataDir } = settings;
	server.child.on("message", (message: unknown) => {
		const progress = restartReport(message);
		if (progress) report(dataDir, progress);
	});
	shutdown.onHangUp(() => {
		try {
			const refusal = whyNot(settings);
			if (refusal) throw new Refusal(refusal);
			const order: Order = { latchkey: "roll", env: renewedChildEnv(appUrl) };
			server.child.send(order);
		} catch (error) {
			report(dataDir, { state: "refused", reason: messageOf(error) });
		}
	});
}

function whyNot({ NODE_ENV, ROLE, WEB_CONCURRENCY }: Settings): string | undefined {
	if (NODE_ENV === "development") return "In development the server starts anew by itself.";
	if (ROLE === "worker") return "With ROLE=worker nobody is served: stop it and start it again.";
	if (WEB_CONCURRENCY === undefined) {
		return (
			"Latchkey runs without WEB_CONCURRENCY, as one process, so there is nothing to replace one by one. " +
			"Stop it and start it again; with WEB_CONCURRENCY=1 or more in .env it can be restarted this way from then on."
		);
	}
	if (isBuilt()) return undefined;
	return (
		"The sources are not those that the pages were built from, and a new worker would mix both. " +
		"Run npm run build first; docs/operate.md says what people see meanwhile."
	);
}

function restartReport(message: unknown): RestartReport | undefined {
	const said = Report.safeParse(message).data;
	if (said?.latchkey === "rolling") return { state: "rolling", done: said.done, of: said.of };
	if (said?.latchkey === "rolled") return { state: "done" };
	if (said?.latchkey === "roll failed")
		return { state: "refused", reason: `The restart has ended: ${said.reason}.` };
	return undefined;
}

function report(dataDir: string, restart: RestartReport): void {
	if (restart.state === "refused") console.error(restart.reason);
	writeRestartReport(dataDir, restart);
}
