import { createServer, type ServerResponse } from "node:http";
import { Registry } from "prom-client";
import { env } from "#lib/config/env.ts";
import { log } from "#lib/config/log.ts";
import type { ApiResponse, Readiness } from "#lib/hot-lane/endpoint.ts";
import { live, ready } from "#lib/hot-lane/endpoints/health.ts";
import { failToListen } from "../fail-to-listen.ts";

export type Metrics = {
	/** Everything measured, in Prometheus's text format. */
	page: () => Promise<string>;
	readiness: () => Promise<Readiness>;
};

/**
 * Answers `/metrics`, `/livez` and `/readyz` on an address of their own. Without METRICS_PORT nobody listens and
 * nothing is measured.
 */
export function listenForMetrics(measure: () => Metrics): void {
	const { METRICS_HOST, METRICS_PORT } = env();
	if (METRICS_PORT === undefined) return;
	const metrics = measure();
	const server = createServer(
		{ requestTimeout: 5_000, headersTimeout: 5_000, maxHeaderSize: 8_192 },
		(request, response) => {
			const method = request.method ?? "";
			if (method !== "GET" && method !== "HEAD") response.writeHead(405, { Allow: "GET, HEAD" }).end();
			else void answer(request.url ?? "", response, metrics);
		},
	);
	server.on("error", (error) => failToListen(error, METRICS_PORT));
	server.listen(METRICS_PORT, METRICS_HOST);
}

async function answer(url: string, response: ServerResponse, { page, readiness }: Metrics): Promise<void> {
	try {
		const path = url.split("?", 1)[0];
		if (path === "/livez") send(response, live());
		else if (path === "/readyz") send(response, ready(await readiness()));
		else if (path === "/metrics") {
			const body = await page();
			send(response, { status: 200, headers: { "Content-Type": Registry.PROMETHEUS_CONTENT_TYPE }, body });
		} else send(response, { status: 404, headers: {}, body: null });
	} catch (error) {
		log().warn({ err: error }, "metrics could not be read");
		send(response, { status: 503, headers: { "Retry-After": "1" }, body: null });
	}
}

function send(response: ServerResponse, { status, headers, body }: ApiResponse): void {
	response.writeHead(status, headers);
	response.end(body ?? undefined);
}
