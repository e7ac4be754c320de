import { setTimeout as delay } from "node:timers/promises";
import { Refusal } from "../../processes.ts";

const OPEN_MS_MAX = 10_000;
const POLL_MS = 50;

/** A line to the inspector of a Node that was started with `--inspect=127.0.0.1:<port>`. */
export class Inspector {
	readonly #socket: WebSocket;
	readonly #waiting = new Map<number, (message: Reply) => void>();
	#last = 0;

	constructor(socket: WebSocket) {
		this.#socket = socket;
		socket.addEventListener("message", ({ data }) => {
			const message = JSON.parse(String(data)) as Reply;
			if (message.id === undefined) return;
			this.#waiting.get(message.id)?.(message);
			this.#waiting.delete(message.id);
		});
	}

	/** Calls a method of the DevTools protocol. Throws what the inspector complains of. */
	call(method: string, params: object = {}): Promise<unknown> {
		const id = ++this.#last;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, ({ result, error }) =>
				error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
			);
			this.#socket.send(JSON.stringify({ id, method, params }));
		});
	}

	close() {
		this.#socket.close();
	}
}

type Reply = { id?: number; result?: unknown; error?: { message: string } };

/** What a Node is started with to be inspected there. */
export const inspectable = (port: number) => ({ NODE_OPTIONS: `--inspect=127.0.0.1:${port}` });

export async function openInspector(port: number): Promise<Inspector> {
	const socket = new WebSocket(await addressOf(port));
	await new Promise((resolve, reject) => {
		socket.addEventListener("open", resolve, { once: true });
		socket.addEventListener("error", () => reject(new Refusal("The inspector does not answer.")), {
			once: true,
		});
	});
	return new Inspector(socket);
}

async function addressOf(port: number): Promise<string> {
	const giveUpAt = performance.now() + OPEN_MS_MAX;
	while (performance.now() < giveUpAt) {
		try {
			const response = await fetch(`http://127.0.0.1:${port}/json/list`);
			const [first] = (await response.json()) as { webSocketDebuggerUrl: string }[];
			if (first) return first.webSocketDebuggerUrl;
		} catch {
			// It is not listening yet.
		}
		await delay(POLL_MS);
	}
	throw new Refusal("The inspector did not open.");
}
