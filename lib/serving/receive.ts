import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { env, isPlainHttp } from "#lib/config/env.ts";
import { log } from "#lib/config/log.ts";
import { isApiPath } from "#lib/core/api-path.ts";
import { AppError } from "#lib/core/errors.ts";
import { admitBrowserWrite } from "#lib/gate/admit-browser-write.ts";
import { checkRequest, gateRules, isBrowserWrite, type Refusal } from "#lib/gate/check-request.ts";
import { clientAddress } from "#lib/gate/client-address.ts";
import { followHere } from "#lib/gate/follow-here.ts";
import { prepareForPages } from "#lib/gate/prepare-for-pages.ts";
import { takeHere } from "#lib/gate/take-here.ts";
import { endpointPath, HSTS } from "#lib/hot-lane/answer.ts";
import { BODY_BYTES_MAX, refusals, type Surroundings } from "#lib/hot-lane/endpoint.ts";
import { type Arrival, answerHere } from "#lib/hot-lane/node-entrance.ts";
import { serving } from "#lib/hot-lane/surroundings.ts";
import { findPressedFiles, type PressedFiles, sendPressed } from "./pressed-files.ts";

export type HandOver = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const { APP_ORIGIN, HOT_LANE, NODE_ENV, TRUSTED_HOPS } = env();
export const rules = gateRules(APP_ORIGIN, BODY_BYTES_MAX);
const pageRules = { https: !isPlainHttp(APP_ORIGIN), development: NODE_ENV === "development" };

let pressed: PressedFiles | undefined;
function pressedFiles() {
	pressed ??= NODE_ENV === "development" ? new Map() : findPressedFiles(join(process.cwd(), ".next/static"));
	return pressed;
}

/** Gate first, then the API's own lane, trigger links and forms that are sent, everything else to Next. No rules here. */
export function receive(
	request: IncomingMessage,
	response: ServerResponse,
	around: Surroundings,
	handOver: HandOver,
) {
	const path = endpointPath(request.url ?? "/");
	const arrival = { path, address: clientAddress(request, TRUSTED_HOPS), requestId: randomUUID() };
	const refusal = checkRequest(request, path, rules);
	if (refusal) refuse(request, response, arrival.requestId, refusal);
	else if (HOT_LANE && isApiPath(path)) {
		answerHere(request, response, arrival, around, report(arrival.requestId));
	} else void handToPages(request, response, arrival, around, handOver);
}

async function handToPages(
	request: IncomingMessage,
	response: ServerResponse,
	arrival: Arrival,
	around: Surroundings,
	handOver: HandOver,
) {
	const { path, requestId } = arrival;
	try {
		if (!serving().yes) return refuse(request, response, requestId, STARTING);
		const admitted = isBrowserWrite(request.method ?? "", path)
			? await admitBrowserWrite(request, path, BODY_BYTES_MAX)
			: { request };
		if ("refusal" in admitted) return refuse(request, response, requestId, admitted.refusal);
		prepareForPages(admitted.request, response, arrival, pageRules);
		if (await sendPressed(admitted.request, response, path, pressedFiles())) return;
		if (await followHere(admitted.request, response, arrival, around.engine.database)) return;
		if (await takeHere(admitted.request, response, arrival, around)) return;
		await handOver(admitted.request, response);
	} catch (error) {
		if (!(error instanceof AppError)) report(requestId)(error);
		if (response.headersSent) response.destroy();
		else refuse(request, response, requestId, error instanceof AppError ? error : INTERNAL);
	}
}

const STARTING: Refusal = { code: "unavailable", detail: "Latchkey is starting." };
const INTERNAL: Refusal = {
	code: "internal",
	detail: "This is our fault. The request id helps us to find it.",
};

const report = (requestId: string) => (error: unknown) =>
	log().error({ err: error, requestId }, "request failed");

function refuse(request: IncomingMessage, response: ServerResponse, requestId: string, refusal: Refusal) {
	const reply = refusals(APP_ORIGIN, requestId)(refusal.code, refusal.detail, {
		headers: { ...refusal.headers, "X-Request-Id": requestId, Connection: "close" },
	});
	if (pageRules.https) response.setHeader("Strict-Transport-Security", HSTS);
	response.writeHead(reply.status, reply.headers);
	response.end(request.method === "HEAD" ? undefined : reply.body);
}
