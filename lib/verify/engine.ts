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
		const usage = new UsageBuffer(database(), () => {});
		usage.start();
		return { database: database(), peppers: keyRing("key-pepper"), usage };
	});
}
