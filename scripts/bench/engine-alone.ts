/** A program of its own: the engine without HTTP. Reads keys from the file it is given, prints its times as JSON. */
import { readFileSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import { type Engine, engine } from "#lib/verify/engine.ts";
import type { KnownKey } from "#lib/verify/memory.ts";
import { type VerifyCall, verifyKey } from "#lib/verify/verify-key.ts";
import { quantile } from "./statistics.ts";

const CALLS = 200_000;
const NOTES = 1_000_000;
/** Timers have their turn after so many calls, as they have between requests. */
const AT_ONCE = 500;
const ADDRESS = "127.0.0.1";
const CLIENT = "bench/1.0";

const texts = readFileSync(process.argv[2] ?? "", "utf8").split("\n");
const own = engine();
await own.start();
for (const text of texts) await verifyKey(own, callFor(text));
await timeCalls(own, CALLS / 4);
const { micros, waited } = await timeCalls(own, CALLS);
const figures = {
	calls: CALLS,
	/** Calls whose answer was not in memory. */
	waited,
	p50Micros: quantile(micros, 0.5),
	p99Micros: quantile(micros, 0.99),
	noteMicros: await timeNotes(own),
};
await own.stop();
await own.database.close();
console.log(JSON.stringify(figures));

function callFor(key: string): VerifyCall {
	const demand = { scopes: ["contacts.readonly"], locationId: null, address: ADDRESS };
	return {
		...demand,
		key,
		asker: null,
		guesser: { address: ADDRESS, teller: null },
		client: CLIENT,
		cost: 1,
	};
}

async function timeCalls(of: Engine, count: number) {
	const calls = texts.map(callFor);
	const micros: number[] = [];
	let waited = 0;
	for (let index = 0; index < count; index++) {
		const call = calls[index % calls.length];
		if (!call) break;
		const since = process.hrtime.bigint();
		const answer = verifyKey(of, call);
		if (answer instanceof Promise) {
			waited++;
			await answer;
		}
		micros.push(Number(process.hrtime.bigint() - since) / 1_000);
		if (index % AT_ONCE === 0) await turn();
	}
	return { micros, waited };
}

/** Microseconds for noting one use, on average. */
async function timeNotes(of: Engine): Promise<number> {
	const known = texts.flatMap((text) => {
		const found = of.keys.find(text, async () => null);
		return isKnown(found) ? [found] : [];
	});
	if (known.length === 0) throw new Error("no key is in memory");
	let nanos = 0n;
	for (let made = 0; made < NOTES; made += AT_ONCE) {
		const at = of.clock.now();
		const since = process.hrtime.bigint();
		for (let index = 0; index < AT_ONCE; index++) {
			const one = known[(made + index) % known.length];
			if (one) of.usage.note(one, "VALID", at, ADDRESS, CLIENT);
		}
		nanos += process.hrtime.bigint() - since;
		await turn();
	}
	return Number(nanos) / 1_000 / NOTES;
}

function isKnown(found: unknown): found is KnownKey {
	return typeof found === "object" && found !== null && "meter" in found;
}
