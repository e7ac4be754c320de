import { setTimeout as delay } from "node:timers/promises";
import { makeScene, revoke, usageOf, verify } from "../adapter.ts";
import { failingOver } from "../failing-over.ts";
import { bound, expect, figure } from "../figures.ts";
import type { QaCheck } from "../qa-check.ts";
import type { Rig } from "../rig.ts";
import { keyAt, seedKeys } from "../seed-keys.ts";
import { until } from "../watch.ts";

const REQUESTS = { short: 0, long: 60_000 };
const PER_SECOND = 200;
const CLIENTS = 30;
const KEYS = 20;
const EXIT_MS_MAX = 10_000;
const WRITTEN_WITHIN_MS = 5_000;

export const rolling: QaCheck = {
	id: "R15",
	title: "restarting the instances one after another fails no request and loses no count",
	async run(rig, form, found) {
		const { agencyId } = await makeScene(rig);
		const keys = await seedKeys(rig, agencyId, KEYS);
		const clients = failingOver(rig.instances, keys, { clients: CLIENTS, perSecond: PER_SECOND });
		const revoking = revokeMeanwhile(rig);
		const exits: number[] = [];
		do {
			for (const instance of rig.instances) {
				await delay(300);
				const { code, tookMs } = await instance.end("SIGTERM");
				exits.push(tookMs);
				expect(found, code === 0, `${instance.name} ended with exit code ${code}`);
				await instance.start();
			}
		} while (clients.answers.length < REQUESTS[form]);
		await delay(300);
		const answers = await clients.stop();
		const { revoked, broken } = await revoking.stop();
		figure(found, "revoked meanwhile", revoked);
		expect(found, broken === 0, `${broken} keys were good after "propagated: true"`);

		figure(found, "requests", answers.length);
		figure(found, "failed over", clients.failedOver());
		expect(found, clients.failedOver() > 0, "no client ever met an instance that was away");
		const failed = answers.filter(({ state }) => state !== "VALID");
		const reasons = [...new Set(failed.map(({ code }) => code))].join(", ");
		expect(found, failed.length === 0, `${failed.length} of ${answers.length} requests failed (${reasons})`);
		bound(found, "exit", exits, { max: EXIT_MS_MAX });

		const served = answers.filter(({ state }) => state === "VALID").length;
		const isWritten = async () => (await usageOf(rig, keys)).uses >= served;
		await until(isWritten, WRITTEN_WITHIN_MS);
		const { uses } = await usageOf(rig, keys);
		figure(found, "counted", `${uses} of ${served}`);
		expect(found, uses === served, `${served} answers were counted as ${uses}`);
	},
};

/** Instances that come and go are no reason for an acknowledgement to be wrong. */
function revokeMeanwhile(rig: Rig) {
	let stopped = false;
	let revoked = 0;
	let broken = 0;
	const run = async () => {
		const { agencyId } = await makeScene(rig);
		while (!stopped) {
			const key = keyAt(await seedKeys(rig, agencyId, 1), 0);
			await Promise.all(rig.instances.map((instance) => verify(instance, key)));
			const { propagated } = await revoke(rig, key);
			const answers = await Promise.all(rig.instances.map((instance) => verify(instance, key)));
			revoked++;
			if (propagated && answers.some(({ state }) => state === "VALID")) broken++;
		}
	};
	const running = run();
	return {
		stop: async () => {
			stopped = true;
			await running;
			return { revoked, broken };
		},
	};
}
