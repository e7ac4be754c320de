import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { requireChild } from "../../launch/child.ts";
import { texts } from "../calls.ts";
import { withoutSettings } from "../environment.ts";
import type { Finding, Run } from "../run.ts";
import { count } from "../turns.ts";

const Figures = z.object({
	calls: z.number(),
	waited: z.number(),
	p50Micros: z.number(),
	p99Micros: z.number(),
	noteMicros: z.number(),
});

/** P6, and what P15 says of a single use: the engine by itself, in a process of its own. */
export async function measureEngineTimes({ world, database, options }: Run): Promise<Finding[]> {
	const file = join(world.folder, "engine-keys.txt");
	writeFileSync(file, texts(database.keys).join("\n"));
	const output = await requireChild(world.shutdown, {
		name: "The engine by itself",
		args: ["scripts/bench/engine-alone.ts", file],
		env: {
			...withoutSettings(),
			NODE_ENV: "production",
			DATABASE_URL: database.appUrl,
			LATCHKEY_SECRET: world.secret,
		},
	});
	const figures = Figures.parse(JSON.parse(output.trim().split("\n").at(-1) ?? ""));
	const engine: Finding = {
		id: "P6",
		what: `from request to verdict in the engine, warm, ${count(figures.calls)} calls: p99 (median ${figures.p50Micros.toFixed(1)} µs)`,
		target: "≤ 50 µs (stretch 20 µs)",
		reached: `${figures.p99Micros.toFixed(1)} µs`,
		ok: figures.p99Micros <= 50,
	};
	const metering: Finding = {
		id: "P15",
		what: "metering: noting one use",
		target: "≤ 1 µs",
		reached: `${figures.noteMicros.toFixed(2)} µs`,
		ok: figures.noteMicros <= 1,
	};
	return [engine, metering].filter(({ id }) => options.only.has(id));
}
