import { vi } from "vitest";
import type { Change } from "#lib/data/changes/message.ts";
import { whenDone } from "./when-done.ts";
import { anotherDatabase } from "./world.ts";

/** A process that answers from memory, as far as the channel of changes is concerned, until whoever began it is done. */
export async function startedChannel(url: string, memoryMs = 0) {
	const { changes, enginePool } = anotherDatabase(url);
	const heard: Change[] = [];
	const databaseTimes: Date[] = [];
	whenDone(() => changes.stop());
	await changes.start({
		memoryMs,
		onDatabaseTime: (now) => databaseTimes.push(now),
		onChange: (change) => heard.push(change),
		onEpoch: () => {},
		onUsesWanted: () => {},
		onInstances: () => {},
	});
	await vi.waitUntil(() => changes.isProven, { timeout: 5_000, interval: 5 });
	return { changes, enginePool, heard, databaseTimes };
}
