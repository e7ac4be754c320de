import { setTimeout as delay } from "node:timers/promises";
import { makeScene, verify } from "../adapter.ts";
import type { Answer } from "../answers.ts";
import { bound, expect, type Findings } from "../figures.ts";
import type { QaCheck } from "../qa-check.ts";
import { warm } from "../revocation.ts";
import type { Rig } from "../rig.ts";
import { keyAt, type QaKey, seedKeys } from "../seed-keys.ts";
import { watch } from "../watch.ts";

const SICK_MS = { short: 6_000, long: 25_000 };
const PER_SECOND = 100;
/** Two seconds there and back. */
const SLOW_MS = 1_000;
const QUICK_MS = 60;
/** The first call after the channel fell behind waits 250 ms for the database, and those that come at the same time. */
const WAITING_MAX = PER_SECOND / 4;

export const sick: QaCheck = {
	id: "R13",
	title: "a PostgreSQL that is slow, or takes no writes, does not keep known keys waiting",
	async run(rig, form, found) {
		const [victim] = rig.instances;
		// Confirmations of a slow database are old when they come.
		await victim.restart({ VERIFY_GRACE_SECONDS: "30" });
		const { agencyId } = await makeScene(rig);
		const plain = await seedKeys(rig, agencyId, 20);
		const limited = await seedKeys(rig, agencyId, 20, () => ({
			rateLimit: { max: 1_000_000, seconds: 3_600 },
		}));
		const keys = [...plain, ...limited];
		await warm(rig.instances, keys);

		victim.proxy.set({ kind: "delay", ms: SLOW_MS });
		await expectServed({ rig, keys, found, name: "slow", ms: SICK_MS[form] });
		victim.proxy.set({ kind: "pass" });

		await takeWrites(rig, false);
		await expectServed({ rig, keys, found, name: "read-only", ms: SICK_MS[form] });
		await takeWrites(rig, true);
	},
};

const takeWrites = async ({ owner }: Rig, yes: boolean) => {
	await owner.query(`alter system set default_transaction_read_only = ${yes ? "off" : "on"}`);
	await owner.query("select pg_reload_conf()");
};

type Served = { rig: Rig; keys: readonly QaKey[]; found: Findings; name: string; ms: number };

async function expectServed({ rig, keys, found, name, ms }: Served) {
	const [victim] = rig.instances;
	const load = watch((index) => verify(victim, keyAt(keys, index)), PER_SECOND);
	await delay(ms);
	const answers: Answer[] = await load.stop();
	const wrong = answers.filter(({ state }) => state !== "VALID");
	expect(
		found,
		wrong.length === 0,
		`${name}: ${wrong.length} of ${answers.length} good keys were answered ${wrong[0]?.code}`,
	);
	const took = answers.map(({ answeredAt, sentAt }) => answeredAt - sentAt);
	bound(found, `${name}: answers in`, took, { p50: QUICK_MS, max: 500 });
	const waited = took.filter((each) => each > QUICK_MS).length;
	expect(found, waited <= WAITING_MAX, `${name}: ${waited} of ${took.length} calls waited`);
}
