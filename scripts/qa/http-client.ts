import { Agent, type IncomingHttpHeaders, request } from "node:http";

export type HttpCall = {
	method: "GET" | "POST";
	path: string;
	headers?: Record<string, string>;
	body?: string;
};

type Times = {
	/** By `performance.now()`, as the call was handed to its connection. */
	sentAt: number;
	answeredAt: number;
};

export type HttpReply = Times & { status: number; headers: IncomingHttpHeaders; body: string };

/** No answer: `why` is the code of the error. */
export type HttpFailure = Times & { status: 0; why: string };

const TIMEOUT_MS = 10_000;

/** Connections to one instance that are kept alive. */
export class HttpClient {
	readonly #agent: Agent;
	readonly #port: number;

	constructor(port: number, connectionsMax = Number.POSITIVE_INFINITY) {
		this.#port = port;
		this.#agent = new Agent({ keepAlive: true, maxSockets: connectionsMax, maxFreeSockets: 512 });
	}

	/** Never rejects: a call without an answer is an answer of its own kind. */
	send({ method, path, headers = {}, body }: HttpCall): Promise<HttpReply | HttpFailure> {
		return new Promise((resolve) => {
			const call = request({
				host: "127.0.0.1",
				port: this.#port,
				agent: this.#agent,
				method,
				path,
				headers: { ...headers, Host: `localhost:${this.#port}` },
				timeout: TIMEOUT_MS,
			});
			let sentAt = 0;
			const fail = (why: string) => resolve({ status: 0, why, sentAt, answeredAt: performance.now() });
			call.on("timeout", () => call.destroy(Object.assign(new Error(), { code: "timed out" })));
			call.on("error", (error: NodeJS.ErrnoException) => fail(error.code ?? error.message));
			call.on("response", (response) => {
				const chunks: Buffer[] = [];
				response.on("data", (chunk: Buffer) => chunks.push(chunk));
				response.on("error", (error: NodeJS.ErrnoException) => fail(error.code ?? error.message));
				response.on("end", () => {
					const { statusCode: status = 0, headers: received } = response;
					const text = Buffer.concat(chunks).toString();
					resolve({ status, headers: received, body: text, sentAt, answeredAt: performance.now() });
				});
			});
			sentAt = performance.now();
			call.end(body);
		});
	}

	close(): void {
		this.#agent.destroy();
	}
}
