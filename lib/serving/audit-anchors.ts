import { resolve } from "node:path";
import { env } from "#lib/config/env.ts";
import { log } from "#lib/config/log.ts";
import { readAuditHeads, takeTurnAtAnchors } from "#lib/data/audit.ts";
import type { Database } from "#lib/data/client.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { AnchorFile, anchorFileOf, type DatedAnchor } from "./anchor-file.ts";

const PERIOD_MS = 10_000;
/** An event may become visible this long after the moment that its chain's head names. */
const LATE_MS_MAX = 60_000;

/**
 * Writes down how far each agency's audit chain has come, in the log and in a file of the data folder, soon after it has
 * grown. Any number of processes may do it at once. `stop` writes what is still missing.
 */
export function startAnchors(database: Database): { stop: () => Promise<void> } {
	const writer = new AnchorWriter(database, new AnchorFile(anchorFileOf(resolve(env().DATA_DIR))));
	let working = Promise.resolve();
	const write = () => {
		working = working
			.then(() => writer.write(new Date()))
			.catch((error: unknown) => log().warn({ err: error }, "audit anchors were not written"));
		return working;
	};
	void write();
	const timer = setInterval(write, PERIOD_MS);
	return {
		stop() {
			clearInterval(timer);
			return write();
		},
	};
}

export class AnchorWriter {
	readonly #database: Database;
	readonly #file: AnchorFile;
	#since = new Date(0);

	constructor(database: Database, file: AnchorFile) {
		this.#database = database;
		this.#file = file;
	}

	async write(now: Date): Promise<void> {
		await transactAs(this.#database, {}, async (tx) => {
			await takeTurnAtAnchors(tx);
			const { heads, now: databaseNow } = await readAuditHeads(tx, this.#since);
			this.#keep(
				heads.map((head) => ({ ...head, hash: Buffer.from(head.hash).toString("hex") })),
				now,
			);
			this.#since = new Date(databaseNow.getTime() - LATE_MS_MAX);
		});
	}

	/** A file that cannot be written does not keep the anchors out of the log. */
	#keep(anchors: readonly DatedAnchor[], now: Date): void {
		if (anchors.length === 0) return;
		let fresh = anchors;
		try {
			fresh = this.#file.append(anchors, now);
		} catch (error) {
			log().error({ err: error }, "the file of audit anchors cannot be written");
		}
		for (const { agencyId, seq, hash } of fresh) {
			log().info({ agencyId, seq: seq.toString(), hash }, "audit anchor");
		}
	}
}
