import { setTimeout as delay } from "node:timers/promises";
import { tell } from "./messages.ts";

const ASK_EVERY_MS = 100;

/** Tells whoever has started this process as soon as it can do its work, however long its database takes. */
export async function reportReady(isReady: () => Promise<boolean>): Promise<void> {
	while (!(await isReady())) await delay(ASK_EVERY_MS);
	tell({ latchkey: "ready" });
}
