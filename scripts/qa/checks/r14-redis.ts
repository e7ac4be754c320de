import { envShape } from "#lib/config/env.ts";
import { makeScene, verify } from "../adapter.ts";
import type { Answer } from "../answers.ts";
import { bound, expect, type Findings, figure } from "../figures.ts";
import type { QaCheck } from "../qa-check.ts";
import { findRedis, RedisServer } from "../redis-server.ts";
import { expectPromises, lagsOn, revokeWhileWatched } from "../revocation.ts";
import { instanceAt, type Rig } from "../rig.ts";
import { keyAt, seedKeys } from "../seed-keys.ts";

const REVOCATIONS = { short: 8, long: 500 };
const WINDOW = { max: 1_000, seconds: 3_600 };
const CALLS = 60;
/** A limiter that says nothing must not hold its callers for longer. */
const ANSWER_MS_MAX = 1_000;

export const redis: QaCheck = {
	id: "R14",
	title: "whatever happens to Redis, keys are revoked as fast and answered as truly",
	async run(rig, form, found) {
		const program = findRedis();
		if (!("REDIS_URL" in envShape)) return void found.skipped.push("Redis: this product takes none");
		if (program === null) return void found.skipped.push("Redis: this machine has no redis-server");
		const server = await RedisServer.start(rig.shutdown, program, rig.workDir);
		await Promise.all(rig.instances.map((instance) => instance.restart({ REDIS_URL: server.url })));

		const states: [string, () => unknown][] = [
			["healthy", () => {}],
			["flushed", () => server.flush()],
			["frozen", () => server.freeze()],
			["thawed", () => server.thaw()],
			["killed", () => server.kill()],
		];
		for (const [name, bring] of states) {
			await bring();
			await expectTruth(rig, name, REVOCATIONS[form], found);
		}
	},
};

async function expectTruth(rig: Rig, state: string, count: number, found: Findings) {
	const scene = await makeScene(rig);
	const limited = keyAt(await seedKeys(rig, scene.agencyId, 1, () => ({ rateLimit: WINDOW })), 0);
	const answers: Answer[] = await Promise.all(
		Array.from({ length: CALLS }, (_, index) => verify(instanceAt(rig, index), limited)),
	);
	const wrong = answers.filter((answer) => answer.state !== "VALID");
	expect(
		found,
		wrong.length === 0,
		`${state}: ${wrong.length} calls within the limit were ${wrong[0]?.code}`,
	);
	const slowest = Math.max(...answers.map(({ answeredAt, sentAt }) => answeredAt - sentAt));
	figure(found, `${state}: slowest`, slowest, "ms");
	expect(found, slowest <= ANSWER_MS_MAX, `${state}: an answer took ${Math.round(slowest)} ms`);

	const trials = [];
	for (const key of await seedKeys(rig, scene.agencyId, count, () => ({ rateLimit: WINDOW }))) {
		trials.push(await revokeWhileWatched({ rig, key, perSecond: 100, watchMs: 8, deadWithinMs: 1_000 }));
	}
	bound(found, `${state}: lag`, lagsOn(trials, rig.instances), { max: 250 });
	expectPromises(found, trials);
}
