import { env } from "#lib/config/env.ts";
import { processWide } from "#lib/config/process-wide.ts";
import { type Database, pingDatabase } from "#lib/data/client.ts";
import { engine } from "#lib/verify/engine.ts";
import type { Surroundings } from "./endpoint.ts";

/** Whether pages are loaded. The server sets it. */
export const serving = () => processWide("serving", () => ({ yes: false }));

/** Whether the process is on its way out: it answers what still comes, and asks to be sent no more. The server sets it. */
export const draining = () => processWide("draining", () => ({ yes: false }));

let asking: Promise<boolean> | null = null;

/** However many want to know at once. */
function askOnce(database: Database) {
	asking ??= pingDatabase(database).finally(() => {
		asking = null;
	});
	return asking;
}

export const surroundings = (): Surroundings =>
	processWide("surroundings", () => ({
		engine: engine(),
		origin: env().APP_ORIGIN,
		async readiness() {
			const { database } = engine();
			if (!serving().yes || draining().yes) return "not ready";
			if (database.changes.isProven) return "ready";
			return (await askOnce(database)) ? "degraded" : "not ready";
		},
	}));
