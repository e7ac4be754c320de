import { bodyOf, openEntrances, type Sent, testSurroundings } from "./entrances.ts";
import type { World } from "./world.ts";

export type Asked = { method: string; path: string; body?: object; headers?: Record<string, string> };

/** Asks the API as a program does that holds a key. What is a failure of ours ends in `reported`. */
export async function openApi(world: World) {
	const { entrances, reported } = await openEntrances(testSurroundings(world.database));
	const [entrance] = entrances;
	if (!entrance) throw new Error("there is no entrance");
	const ask = async (key: { secret: string }, { method, path, body, headers = {} }: Asked) => {
		const sent: Sent = {
			method,
			path,
			headers: { Authorization: `Bearer ${key.secret}`, ...headers },
		};
		const reply = await entrance.send(
			body
				? {
						...sent,
						headers: { ...sent.headers, "Content-Type": "application/json" },
						body: JSON.stringify(body),
					}
				: sent,
		);
		return { ...reply, body: reply.body === "" ? {} : bodyOf(reply) };
	};
	return { ask, reported };
}
