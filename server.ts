/** Entry: one node:http server. Gate first, then the API's own lane, everything else to Next. No rules here. */
import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import next from "next";
import { readSid } from "#lib/auth/session-cookie.ts";
import { env, isPlainHttp } from "#lib/config/env.ts";
import { log } from "#lib/config/log.ts";
import { checkRequest, isApiPath, isBrowserWrite, type Refusal } from "#lib/gate/check-request.ts";
import { clientAddress } from "#lib/gate/client-address.ts";
import { contentSecurityPolicy, securityHeaders } from "#lib/gate/security-headers.ts";
import { endpointPath } from "#lib/hot-lane/answer.ts";
import { BODY_BYTES_MAX, refusals } from "#lib/hot-lane/endpoint.ts";
import { answerHere } from "#lib/hot-lane/node-entrance.ts";
import { serving, surroundings } from "#lib/hot-lane/surroundings.ts";
import { findSignedIn } from "#lib/services/sessions/find.ts";

const { APP_ORIGIN, HOST, HOT_LANE, NODE_ENV, PORT, TRUSTED_HOPS } = env();
const development = NODE_ENV === "development";
const https = !isPlainHttp(APP_ORIGIN);
const gateRules = { origin: APP_ORIGIN, bodyBytesMax: BODY_BYTES_MAX };

const DRAIN_MAX_MS = 8_000;
/** Headers that only the server itself may speak with. */
const OWN_HEADERS =
	/^(?:x-latchkey-|x-forwarded-|x-real-ip$|forwarded$|x-nonce$|x-request-id$|x-middleware-|next-resume$)/;

const server = createServer(
	{
		requestTimeout: 15_000,
		headersTimeout: 5_000,
		keepAliveTimeout: 65_000,
		connectionsCheckingInterval: 1_000,
		maxHeaderSize: 16_384,
	},
	(request, response) => void receive(request, response),
);

const app = next({ dev: development, httpServer: server, dir: process.cwd(), hostname: HOST, port: PORT });
const handOver = app.getRequestHandler();

async function receive(request: IncomingMessage, response: ServerResponse) {
	const requestId = randomUUID();
	try {
		const path = endpointPath(request.url ?? "/");
		const address = clientAddress(request, TRUSTED_HOPS);
		const refusal = checkRequest(request, path, gateRules) ?? (await refuseStranger(request, path));
		if (refusal) return refuse(request, response, requestId, refusal);
		if (HOT_LANE && answerHere(request, response, { address, requestId }, surroundings(), report(requestId)))
			return;
		if (!serving().yes) return refuse(request, response, requestId, STARTING);
		prepareForNext(request, response, { address, requestId });
		await handOver(request, response);
	} catch (error) {
		report(requestId)(error);
		if (!response.headersSent) refuse(request, response, requestId, INTERNAL);
		else response.destroy();
	}
}

const STARTING: Refusal = { code: "unavailable", detail: "Latchkey is starting." };
const INTERNAL: Refusal = {
	code: "internal",
	detail: "This is our fault. The request id helps us to find it.",
};

const report = (requestId: string) => (error: unknown) =>
	log().error({ err: error, requestId }, "request failed");

/** Nobody without a living session reaches the code that decodes server actions; signing in is a plain route. */
async function refuseStranger(request: IncomingMessage, path: string): Promise<Refusal | null> {
	if (
		!isBrowserWrite(request.method ?? "", path) ||
		path === "/api/auth/sign-in" ||
		path === "/api/auth/sign-out"
	) {
		return null;
	}
	const sid = await readSid(request.headers.cookie);
	const person = sid === null ? null : await findSignedIn(surroundings().engine.database, sid, new Date());
	return person ? null : { code: "unauthenticated", detail: "Sign in first." };
}

function refuse(request: IncomingMessage, response: ServerResponse, requestId: string, refusal: Refusal) {
	const reply = refusals(APP_ORIGIN, requestId)(refusal.code, refusal.detail, {
		headers: { ...refusal.headers, "X-Request-Id": requestId, Connection: "close" },
	});
	response.writeHead(reply.status, reply.headers);
	response.end(request.method === "HEAD" ? undefined : reply.body);
}

/** Replaces what a client may have claimed by what is known here, and sets the headers of every page. */
function prepareForNext(
	request: IncomingMessage,
	response: ServerResponse,
	{ address, requestId }: { address: string | null; requestId: string },
) {
	for (const name of Object.keys(request.headers)) {
		if (OWN_HEADERS.test(name)) delete request.headers[name];
	}
	const nonce = randomBytes(16).toString("base64");
	const csp = contentSecurityPolicy(nonce, { https, development });
	const host = request.headers.host ?? new URL(APP_ORIGIN).host;
	Object.assign(request.headers, {
		"content-security-policy": csp,
		"x-nonce": nonce,
		"x-request-id": requestId,
		"x-latchkey-address": address ?? "",
		// Not the address of a data request: that one has no page to come back to.
		"x-latchkey-path": request.headers.rsc ? "/" : (request.url ?? "/"),
		"x-forwarded-for": address ?? "",
		"x-forwarded-host": host,
		"x-forwarded-proto": https ? "https" : "http",
	});
	for (const [name, value] of Object.entries(securityHeaders(csp, { https })))
		response.setHeader(name, value);
	response.setHeader("X-Request-Id", requestId);
	const [path = "", ...query] = (request.url ?? "/").split("?");
	if (isApiPath(path)) request.url = [endpointPath(path), ...query].join("?");
	logPage(request, response, requestId);
}

function logPage(request: IncomingMessage, response: ServerResponse, requestId: string) {
	const path = endpointPath(request.url ?? "/");
	if (path.startsWith("/_next/")) return;
	const startedAt = performance.now();
	response.on("close", () => {
		const ms = Math.round(performance.now() - startedAt);
		log().info({ requestId, method: request.method, path, status: response.statusCode, ms }, "request");
	});
}

let stopping = false;
/** Lets running requests finish, writes the meters out, and ends; by force when that takes too long. */
async function stop(reason: string) {
	if (stopping) return;
	stopping = true;
	log().info({ reason }, "stopping");
	serving().yes = false;
	setTimeout(() => server.closeAllConnections(), DRAIN_MAX_MS).unref();
	const closed = new Promise((resolve) => server.close(resolve));
	server.closeIdleConnections();
	await closed;
	await app.close();
	await surroundings().engine.usage.stop();
	await surroundings().engine.database.pool.end();
	process.exit(0);
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
await app.prepare();
serving().yes = true;
log().info({ origin: APP_ORIGIN }, "serving");
