import { connect, type Socket } from "node:net";
import { applicationName, statementCounter } from "./postgres-wire.ts";

export type Fault =
	| { kind: "pass" }
	/** Every connection is reset, and every new one. */
	| { kind: "rst" }
	/** Connections stay open, new ones are accepted, and no byte moves until the fault ends. */
	| { kind: "blackhole" }
	/** What is asked arrives, and the answers are lost. Ends well only with a reset. */
	| { kind: "mute" }
	/** Every byte arrives so much later, in both directions. */
	| { kind: "delay"; ms: number };

type LinkOptions = {
	port: () => number;
	/** Told once, when the first packet has said who connects. Answers with the fault that counts for them. */
	onName: (name: string) => Fault;
	onOpened: (name: string) => void;
	onStatements: (name: string, count: number) => void;
};

/** One relayed connection to PostgreSQL. */
export class Link {
	name: string | null = null;
	readonly #client: Socket;
	readonly #options: LinkOptions;
	#server: Socket | undefined;
	#fault: Fault = { kind: "pass" };
	#start = Buffer.alloc(0);

	constructor(client: Socket, options: LinkOptions) {
		this.#client = client;
		this.#options = options;
		client.setNoDelay(true);
		client.on("error", () => {});
		client.on("close", () => this.#server?.destroy());
		client.on("data", this.#readStart);
	}

	/** The port of our end towards PostgreSQL, by which it lists the connection. */
	get serverSidePort(): number | undefined {
		return this.#server?.localPort;
	}

	apply(fault: Fault): void {
		this.#fault = fault;
		if (fault.kind === "rst") this.reset();
		else if (fault.kind === "blackhole") this.#hold();
		else this.#go();
	}

	#hold(): void {
		this.#client.pause();
		this.#server?.pause();
	}

	#go(): void {
		if (this.name !== null && !this.#server) this.#open(this.name);
		this.#client.resume();
		this.#server?.resume();
	}

	reset(): void {
		this.#client.resetAndDestroy();
		this.#server?.resetAndDestroy();
	}

	readonly #readStart = (chunk: Buffer) => {
		this.#start = Buffer.concat([this.#start, chunk]);
		const name = applicationName(this.#start);
		if (name === null) return;
		this.#client.off("data", this.#readStart);
		this.#client.pause();
		this.name = name;
		this.apply(this.#options.onName(name));
	};

	#open(name: string): void {
		const server = connect({ host: "127.0.0.1", port: this.#options.port(), noDelay: true });
		this.#server = server;
		server.on("error", () => this.#client.resetAndDestroy());
		server.on("close", () => this.#client.destroy());
		server.on("connect", () => this.#options.onOpened(name));
		const toClient = lane(this.#client);
		const toServer = lane(server);
		server.on("data", (chunk) => {
			if (this.#fault.kind !== "mute") toClient(chunk, this.#delayMs);
		});
		toServer(this.#start, this.#delayMs);
		const count = statementCounter();
		this.#client.on("data", (chunk) => {
			this.#options.onStatements(name, count(chunk));
			toServer(chunk, this.#delayMs);
		});
	}

	get #delayMs(): number {
		return this.#fault.kind === "delay" ? this.#fault.ms : 0;
	}
}

/** Writes pieces to a socket after their delay, never one before another that came earlier. */
function lane(to: Socket): (chunk: Buffer, delayMs: number) => void {
	const waiting: { chunk: Buffer; due: number }[] = [];
	const release = () => {
		for (let first = waiting[0]; first; first = waiting[0]) {
			const early = first.due - performance.now();
			if (early > 0) return void setTimeout(release, early);
			to.write(first.chunk);
			waiting.shift();
		}
	};
	return (chunk, delayMs) => {
		if (delayMs === 0 && waiting.length === 0) return void to.write(chunk);
		waiting.push({ chunk, due: performance.now() + delayMs });
		if (waiting.length === 1) release();
	};
}
