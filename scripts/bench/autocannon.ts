import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { requireChild } from "../launch/child.ts";
import type { Shutdown } from "../launch/shutdown.ts";
import type { LoadOptions, LoadResult } from "./load.ts";
import { PEERS } from "./peers-folder.ts";

const Summary = z.object({
	requests: z.number(),
	seconds: z.number(),
	p50Ms: z.number(),
	p99Ms: z.number(),
	refused: z.number(),
	lost: z.number(),
});

/** Runs autocannon in a process of its own, from the peers' folder. */
export async function runAutocannon(
	shutdown: Shutdown,
	folder: string,
	options: LoadOptions,
): Promise<LoadResult> {
	const file = join(folder, `load-${randomBytes(6).toString("hex")}.json`);
	writeFileSync(file, JSON.stringify(options));
	try {
		const output = await requireChild(shutdown, {
			name: "autocannon",
			args: [join(PEERS, "autocannon.mjs"), file],
		});
		return Summary.parse(JSON.parse(output));
	} finally {
		rmSync(file, { force: true });
	}
}
