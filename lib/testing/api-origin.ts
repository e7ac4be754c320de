import { randomUUID } from "node:crypto";
import { endpointPath } from "#lib/hot-lane/answer.ts";
import type { Surroundings } from "#lib/hot-lane/endpoint.ts";
import { answerHere } from "#lib/hot-lane/node-entrance.ts";
import { ARRIVAL } from "./entrances.ts";
import { serveHere } from "./serve-here.ts";

type Call = { method: string; target: string; readonly status: number };

/**
 * The API at an address that any client can call. Whatever it reports as a failure of ours ends in `reported`; `calls` are all
 * that came, with the status that they were answered with.
 */
export async function openApi(surroundings: Surroundings) {
	const reported: unknown[] = [];
	const calls: Call[] = [];
	const origin = await serveHere((request, response) => {
		calls.push({
			method: request.method ?? "",
			target: request.url ?? "",
			get status() {
				return response.statusCode;
			},
		});
		const arrival = { ...ARRIVAL, requestId: randomUUID(), path: endpointPath(request.url ?? "/") };
		answerHere(request, response, arrival, surroundings, (error) => void reported.push(error));
	});
	return { origin, reported, calls };
}
