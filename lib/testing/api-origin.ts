import { endpointPath } from "#lib/hot-lane/answer.ts";
import type { Surroundings } from "#lib/hot-lane/endpoint.ts";
import { answerHere } from "#lib/hot-lane/node-entrance.ts";
import { ARRIVAL } from "./entrances.ts";
import { serveHere } from "./serve-here.ts";

/** The API at an address that any client can call. Whatever it reports as a failure of ours ends in `reported`. */
export async function openApi(surroundings: Surroundings) {
	const reported: unknown[] = [];
	const origin = await serveHere((request, response) => {
		const arrival = { ...ARRIVAL, path: endpointPath(request.url ?? "/") };
		answerHere(request, response, arrival, surroundings, (error) => void reported.push(error));
	});
	return { origin, reported };
}
