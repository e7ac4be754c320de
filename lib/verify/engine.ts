import { log } from "#lib/config/log.ts";
import { processWide } from "#lib/config/process-wide.ts";
import { type DerivedKey, keyRing } from "#lib/config/secrets.ts";
import { type Database, database } from "#lib/data/client.ts";
import { UsageBuffer } from "./usage-buffer.ts";

/** What verification works with: one for each process. */
export type Engine = {
	database: Database;
	peppers: readonly DerivedKey[];
	usage: UsageBuffer;
};

/** The process's engine, made on first use. Its meters run until {@link UsageBuffer.stop}. */
export function engine(): Engine {
	return processWide("verify-engine", () => {
		const usage = new UsageBuffer(database(), (error) => log().warn({ err: error }, "meters not written"));
		usage.start();
		return { database: database(), peppers: keyRing("key-pepper"), usage };
	});
}
