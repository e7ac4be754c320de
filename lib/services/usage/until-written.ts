import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#lib/data/client.ts";

const ASK_EVERY_MS = 250;

/** Whether every living process has written, within this time, all uses from before the call. */
export async function untilUsesAreWritten({ db }: Database, timeoutMs: number): Promise<boolean> {
	const [{ moment } = { moment: new Date() }] = await db.$queryRaw<
		{ moment: Date }[]
	>`select clock_timestamp() as moment`;
	const givesUpAt = performance.now() + timeoutMs;
	for (;;) {
		const late = await db.$queryRaw<object[]>`select 1 from latchkey_unwritten_instances(${moment})`;
		if (late.length === 0) return true;
		if (performance.now() > givesUpAt) return false;
		await sleep(ASK_EVERY_MS);
	}
}
