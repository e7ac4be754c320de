import { setTimeout as delay } from "node:timers/promises";
import { type Answer, readOwnKey } from "./answers.ts";
import { HttpClient } from "./http-client.ts";
import type { Instance } from "./instance.ts";
import { keyAt, type QaKey } from "./seed-keys.ts";

export type Clients = {
	answers: Answer[];
	/** Calls that were sent to another instance because one took no connection. */
	failedOver: () => number;
	stop: () => Promise<Answer[]>;
};

const REFUSED = ["ECONNREFUSED"];

/**
 * Clients as a sensible customer writes them: each keeps one connection alive, stays with its instance, and goes to the
 * next one only when a connection is refused. Anything else that goes wrong is a failed request.
 */
export function failingOver(
	instances: readonly Instance[],
	keys: readonly QaKey[],
	{ clients, perSecond }: { clients: number; perSecond: number },
): Clients {
	const answers: Answer[] = [];
	let stopped = false;
	let moved = 0;
	const everyMs = (1000 * clients) / perSecond;

	const run = async (number: number) => {
		const connections = instances.map(({ port }) => new HttpClient(port, 1));
		let at = number % instances.length;
		for (let turn = 0; !stopped; turn++) {
			const dueAt = performance.now() + everyMs;
			const key = keyAt(keys, number + turn);
			let answer = await ask(connections[at], key);
			for (let tries = 1; REFUSED.includes(answer.code) && tries < instances.length; tries++) {
				at = (at + 1) % instances.length;
				moved++;
				answer = await ask(connections[at], key);
			}
			answers.push(answer);
			await delay(Math.max(0, dueAt - performance.now()));
		}
		for (const connection of connections) connection.close();
	};

	const running = Array.from({ length: clients }, (_, number) => run(number));
	return {
		answers,
		failedOver: () => moved,
		stop: async () => {
			stopped = true;
			await Promise.all(running);
			return answers;
		},
	};
}

async function ask(connection: HttpClient | undefined, { secret }: QaKey): Promise<Answer> {
	if (!connection) throw new Error("there are no instances");
	const headers = { Authorization: `Bearer ${secret}` };
	return readOwnKey(await connection.send({ method: "GET", path: "/api/v2/keys/me", headers }));
}
