import { freePort } from "../../postgres/server.ts";
import { byBearer, byCallers, type Series, texts } from "../calls.ts";
import { startLatchkey } from "../product.ts";
import type { Run } from "../run.ts";
import { type CpuProfile, type Share, sharesByCategory, sharesByFunction } from "./categories.ts";
import { type Inspector, inspectable, openInspector } from "./inspector.ts";

export type Profiled = { title: string; categories: Share[]; functions: Share[] };

const SAMPLE_MICROS = 200;
const FUNCTIONS = 12;
const LEAST_SHARE = 0.003;
const CONNECTIONS = 32;

/** Where a warm Latchkey spends its time under full load: for a GET and for a POST. */
export async function takeProfiles(run: Run): Promise<Profiled[]> {
	const { world, database, say } = run;
	const port = await freePort();
	const server = await startLatchkey(world, database, inspectable(port));
	const inspector = await openInspector(port);
	await inspector.call("Profiler.enable");
	await inspector.call("Profiler.setSamplingInterval", { interval: SAMPLE_MICROS });
	const asked = texts(database.keys);
	const profiles: Profiled[] = [];
	for (const [title, series] of [
		["GET forward-auth", byBearer("/api/v2/forward-auth", asked)],
		["POST verify", byCallers(database.keys, asked)],
	] as const) {
		say(`profiling ${title}`);
		const profile = await profileUnder(run, inspector, server.origin, series);
		profiles.push({
			title,
			categories: sharesByCategory(profile).filter(({ share }) => share >= LEAST_SHARE),
			functions: sharesByFunction(profile).slice(0, FUNCTIONS),
		});
	}
	inspector.close();
	await server.stop();
	return profiles;
}

async function profileUnder(run: Run, inspector: Inspector, origin: string, series: Series) {
	const { world, options, generator } = run;
	const load = (seconds: number) =>
		generator.run(world.shutdown, world.folder, { origin, series, seconds, connections: CONNECTIONS });
	await load(options.warmUpSeconds);
	await inspector.call("Profiler.start");
	await load(options.seconds);
	const { profile } = (await inspector.call("Profiler.stop")) as { profile: CpuProfile };
	return profile;
}
