import { type OutgoingHttpHeaders, type Server, ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";
import { draining } from "#lib/hot-lane/surroundings.ts";

const DRAIN_MS_MAX = 6_000;
/** Looked at by every answer. */
const state = draining();

/** Tells its client to go elsewhere with the next request once the process drains, whoever writes the answer. */
export class DrainingResponse extends ServerResponse {
	override writeHead(status: number, ...rest: unknown[]): this {
		if (state.yes) this.shouldKeepAlive = false;
		// Whatever the forms of its arguments: they are handed on as they are.
		return super.writeHead(status, ...(rest as [OutgoingHttpHeaders?]));
	}
}

/**
 * Takes no new connections, and lets go of those there are: each after the answer to its next request, those without
 * one when the grace is over, all of them after six seconds. An idle connection may have a request on its way, which
 * its client would lose if it were closed at once.
 */
export async function drain(server: Server, idleGraceMs: number): Promise<void> {
	draining().yes = true;
	// The close of an HTTP server would close the idle connections first.
	const closed = new Promise((resolve) => NetServer.prototype.close.call(server, resolve));
	setTimeout(() => server.closeIdleConnections(), idleGraceMs).unref();
	setTimeout(() => server.closeAllConnections(), DRAIN_MS_MAX).unref();
	await closed;
}
