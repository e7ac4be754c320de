/** Entry: one node:http server. Gate first, then the API's own lane, everything else to Next. No rules here. */
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import { env, isPlainHttp } from "#lib/config/env.ts";
import { log } from "#lib/config/log.ts";
import { isApiPath } from "#lib/core/api-path.ts";
import { AppError } from "#lib/core/errors.ts";
import { admitBrowserWrite } from "#lib/gate/admit-browser-write.ts";
import { checkRequest, gateRules, isBrowserWrite, type Refusal } from "#lib/gate/check-request.ts";
import { clientAddress } from "#lib/gate/client-address.ts";
import { prepareForPages } from "#lib/gate/prepare-for-pages.ts";
import { endpointPath } from "#lib/hot-lane/answer.ts";
import { BODY_BYTES_MAX, refusals } from "#lib/hot-lane/endpoint.ts";
import { type Arrival, answerHere } from "#lib/hot-lane/node-entrance.ts";
import { serving, surroundings } from "#lib/hot-lane/surroundings.ts";

const { APP_ORIGIN, HOST, HOT_LANE, NODE_ENV, PORT, TRUSTED_HOPS } = env();
const development = NODE_ENV === "development";
const rules = gateRules(APP_ORIGIN, BODY_BYTES_MAX);
const pageRules = { https: !isPlainHttp(APP_ORIGIN), development };

const DRAIN_MS_MAX = 6_000;
const STOP_MS_MAX = 9_000;

const server = createServer(
	{
		requestTimeout: 15_000,
		headersTimeout: 5_000,
		keepAliveTimeout: 65_000,
		connectionsCheckingInterval: 1_000,
		maxHeaderSize: 16_384,
	},
	(request, response) => receive(request, response),
);
server.maxRequestsPerSocket = 10_000;

/** Next answers upgrades on the server it is given: only development has any, for hot reload. */
const upgrades = createServer();
server.on("upgrade", (request, socket, head) => receiveUpgrade(request, socket, head));

const app = next({ dev: development, httpServer: upgrades, dir: process.cwd(), hostname: HOST, port: PORT });
const handOver = app.getRequestHandler();

function receive(request: IncomingMessage, response: ServerResponse) {
	const path = endpointPath(request.url ?? "/");
	const arrival = { path, address: clientAddress(request, TRUSTED_HOPS), requestId: randomUUID() };
	const refusal = checkRequest(request, path, rules);
	if (refusal) refuse(request, response, arrival.requestId, refusal);
	else if (HOT_LANE && isApiPath(path)) {
		answerHere(request, response, arrival, surroundings(), report(arrival.requestId));
	} else void handToPages(request, response, arrival);
}

async function handToPages(request: IncomingMessage, response: ServerResponse, arrival: Arrival) {
	const { path, requestId } = arrival;
	try {
		if (!serving().yes) return refuse(request, response, requestId, STARTING);
		const admitted = isBrowserWrite(request.method ?? "", path)
			? await admitBrowserWrite(request, path, BODY_BYTES_MAX)
			: { request };
		if ("refusal" in admitted) return refuse(request, response, requestId, admitted.refusal);
		prepareForPages(admitted.request, response, arrival, pageRules);
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
	response.writeHead(reply.status, reply.headers);
	response.end(request.method === "HEAD" ? undefined : reply.body);
}

function receiveUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
	const refusal = checkRequest(request, endpointPath(request.url ?? "/"), rules);
	const isOurs = request.headers.origin === `http://${request.headers.host}`;
	if (development && !refusal && isOurs) upgrades.emit("upgrade", request, socket, head);
	else socket.destroy();
}

let stopping = false;
/** Lets running requests finish, writes the meters out, and ends; by force when that takes too long. */
async function stop(reason: string) {
	if (stopping) return;
	stopping = true;
	log().info({ reason }, "stopping");
	setTimeout(() => process.exit(1), STOP_MS_MAX).unref();
	serving().yes = false;
	setTimeout(() => server.closeAllConnections(), DRAIN_MS_MAX).unref();
	try {
		const closed = new Promise((resolve) => server.close(resolve));
		server.closeIdleConnections();
		await closed;
		await app.close();
		await surroundings().engine.stop();
		await surroundings().engine.database.close();
		process.exit(0);
	} catch (error) {
		log().error({ err: error }, "could not stop in order");
		process.exit(1);
	}
}

process.on("SIGTERM", () => void stop("SIGTERM"));
process.on("SIGINT", () => void stop("SIGINT"));
// Started by a launcher that has gone: nobody would ever stop this process.
process.on("disconnect", () => void stop("launcher gone"));
process.on("unhandledRejection", (error) => log().error({ err: error }, "unhandled rejection"));

server.on("error", (error: NodeJS.ErrnoException) => {
	log().fatal(
		{ err: error },
		error.code === "EADDRINUSE" ? `port ${PORT} is in use` : "the server cannot listen",
	);
	process.exit(1);
});
server.listen(PORT, HOST);
await Promise.all([app.prepare(), surroundings().engine.start()]);
serving().yes = true;
log().info({ origin: APP_ORIGIN }, "serving");
