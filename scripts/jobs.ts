import { readOrder } from "./jobs/order.ts";
import { findDatabase, settingsOfInstallation } from "./launch/find-database.ts";
import { childEnv } from "./launch/settings.ts";
import { ensurePrismaClient } from "./prisma-client.ts";
import { runUntilStopped } from "./program.ts";

/** Lists the jobs, or runs one here and now: for whoever runs an installation, whether or not the product runs. */
await runUntilStopped(async (shutdown, args) => {
	const order = readOrder(args);
	const settings = settingsOfInstallation();
	await ensurePrismaClient();
	const appUrl = await findDatabase(shutdown, settings);
	Object.assign(process.env, childEnv(settings, appUrl), { LOG_LEVEL: "warn" });
	// What they import needs the generated client.
	const { database } = await import("#lib/data/client.ts");
	const { doByHand } = await import("./jobs/by-hand.ts");
	const stopping = new AbortController();
	const doing = doByHand(order, { database: database(), signal: stopping.signal, print: console.log });
	await shutdown.hold(async () => {
		stopping.abort();
		await doing.catch(() => {});
		await database().close();
	});
	return doing;
});
