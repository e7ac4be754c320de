import { freePort } from "../../postgres/server.ts";
import { byBearer, byCallers, type Series, texts } from "../calls.ts";
import { TINY_CACHE } from "../measures/many-keys.ts";
import { startLatchkey } from "../product.ts";
import type { Run } from "../run.ts";
import { type CpuProfile, type Share, sharesByCategory, sharesByFunction } from "./categories.ts";
import { type Inspector, inspectable, openInspector } from "./inspector.ts";

export type Profiled = { title: string; categories: Share[]; functions: Share[] };

const SAMPLE_MICROS = 200;
const FUNCTIONS = 12;
const LEAST_SHARE = 0.003;
const CONNECTIONS = 32;

/** Where Latchkey spends its time under full load: for a GET, for a POST, and for keys that memory does not hold. */
export async function takeProfiles(run: Run): Promise<Profiled[]> {
	const { keys } = run.database;
	const asked = texts(keys);
	const forwardAuth = "/api/v2/forward-auth";
	const all = texts(keys, keys.asked.length);
	return [
		...(await profileServer(run, {}, [
			["GET forward-auth", byBearer(forwardAuth, asked)],
			["POST keys/verify", byCallers(keys, asked)],
		])),
		...(await profileServer(run, TINY_CACHE, [["GET forward-auth, cold", byBearer(forwardAuth, all)]])),
	];
}

async function profileServer(run: Run, env: Record<string, string>, loads: [string, Series][]) {
	const port = await freePort();
	const server = await startLatchkey(run.world, run.database, { ...env, ...inspectable(port) });
	const inspector = await openInspector(port);
	await inspector.call("Profiler.enable");
	await inspector.call("Profiler.setSamplingInterval", { interval: SAMPLE_MICROS });
	const profiles: Profiled[] = [];
	for (const [title, series] of loads) {
		run.say(`profiling ${title}`);
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
