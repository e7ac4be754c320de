import { Agent, type IncomingMessage, request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";

const CLIENTS = 16;
const PAUSE_MS = 20;

export type Target = { path: string; headers?: Record<string, string> };

export type LoadResult = { answered: number; failures: string[] };

/**
 * Sixteen clients that each keep a connection and ask for one target after another, about 600 times a second in all,
 * until `end` is called. Everything but a status below 400 is a failure.
 */
export function steadyLoad(origin: string, targets: readonly Target[]): { end: () => Promise<LoadResult> } {
	const result: LoadResult = { answered: 0, failures: [] };
	let ending = false;
	const client = async (first: number) => {
		const agent = new Agent({ keepAlive: true, maxSockets: 1 });
		for (let turn = first; !ending; turn++) {
			const target = targets[turn % targets.length];
			if (!target) break;
			try {
				const { statusCode = 0 } = await ask(origin, target, agent);
				result.answered += 1;
				if (statusCode >= 400) result.failures.push(`${statusCode} ${target.path}`);
			} catch (error) {
				result.failures.push(`${error} ${target.path}`);
			}
			await delay(PAUSE_MS);
		}
		agent.destroy();
	};
	const clients = Array.from({ length: CLIENTS }, (_, index) => client(index));
	return {
		async end() {
			ending = true;
			await Promise.all(clients);
			return result;
		},
	};
}

/** One request, and its answer once all of it has come. */
export function ask(origin: string, { path, headers }: Target, agent?: Agent): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		const sent = request(
			origin + path,
			{ ...(agent && { agent }), ...(headers && { headers }) },
			(response) => {
				response.on("error", reject);
				response.on("end", () => resolve(response));
				response.resume();
			},
		);
		sent.on("error", reject);
		sent.end();
	});
}
