import { once } from "node:events";
import { createServer, get, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { env } from "#lib/config/env.ts";
import { log } from "#lib/config/log.ts";

const PAGE = "/sign-in";
const WAIT_MS_MAX = 10_000;

/**
 * Has a page made for nobody. The first one holds up its process for so long that calls which others answer in a
 * millisecond would run into their time limits.
 */
export async function warmUp(onRequest: RequestListener): Promise<void> {
	// Exclusive: of this process alone, whatever cluster it belongs to.
	const server = createServer(onRequest).listen({ port: 0, host: "127.0.0.1", exclusive: true });
	try {
		await once(server, "listening");
		const { port } = server.address() as AddressInfo;
		const headers = { Host: new URL(env().APP_ORIGIN).host, Connection: "close" };
		const request = get({
			port,
			host: "127.0.0.1",
			path: PAGE,
			headers,
			signal: AbortSignal.timeout(WAIT_MS_MAX),
		});
		const [response] = await once(request, "response");
		await once(response.resume(), "end");
	} catch (error) {
		log().warn({ err: error }, "could not warm up");
	} finally {
		server.close();
	}
}
