import { type Server, ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";
import { draining } from "#lib/hot-lane/endpoints/health.ts";

const DRAIN_MS_MAX = 6_000;

/** Held, since every answer asks. */
const state = draining();

/** Tells its client to go elsewhere with the next request once the process drains, whoever writes the answer. */
export class DrainingResponse extends ServerResponse {
	override writeHead(status: number, ...rest: unknown[]): this {
		if (state.yes) this.shouldKeepAlive = false;
		return Reflect.apply(super.writeHead, this, [status, ...rest]) as this;
	}
}

/**
 * Takes no new connections, and lets go of those there are: each after the answer to its next request, those without
 * one when the grace is over, all of them after six seconds. An idle connection may have a request on its way, which
 * its client would lose if it were closed at once.
 */
export async function drain(server: Server, idleGraceMs: number): Promise<void> {
	state.yes = true;
	// The close of an HTTP server would close the idle connections first.
	const closed = new Promise((resolve) => NetServer.prototype.close.call(server, resolve));
	setTimeout(() => server.closeIdleConnections(), idleGraceMs).unref();
	setTimeout(() => server.closeAllConnections(), DRAIN_MS_MAX).unref();
	await closed;
}
