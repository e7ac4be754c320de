import { setTimeout as delay } from "node:timers/promises";
import type { Readiness } from "#lib/hot-lane/endpoint.ts";
import { tell } from "./messages.ts";

const ASK_EVERY_MS = 100;

/** Tells whoever has started this process as soon as it can do its work, however long its database takes. */
export async function reportReady(readiness: () => Promise<Readiness>): Promise<void> {
	while ((await readiness()) === "not ready") await delay(ASK_EVERY_MS);
	tell({ latchkey: "ready" });
}
