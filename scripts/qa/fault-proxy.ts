import { type AddressInfo, createServer, type Server } from "node:net";
import { type Fault, Link } from "./link.ts";

const PASS: Fault = { kind: "pass" };

/** Stands between one process and PostgreSQL, and breaks what passes through: everything, or some connections alone. */
export class FaultProxy {
	/** Connections that reached PostgreSQL, by application name, since {@link forgetCounts}. */
	readonly opened = new Map<string, number>();
	/** Statements sent to PostgreSQL, in the same way. */
	readonly statements = new Map<string, number>();
	readonly #links = new Set<Link>();
	readonly #server: Server;
	#fault: Fault = PASS;
	#names: readonly string[] | null = null;

	/** `port` is asked for each connection, since a PostgreSQL that starts again has another. */
	constructor(port: () => number) {
		this.#server = createServer((client) => {
			const link = new Link(client, {
				port,
				onName: (name) => this.#faultFor(name),
				onOpened: (name) => add(this.opened, name, 1),
				onStatements: (name, count) => add(this.statements, name, count),
			});
			this.#links.add(link);
			client.on("close", () => this.#links.delete(link));
		});
	}

	async listen(): Promise<number> {
		await new Promise<void>((resolve, reject) => {
			this.#server.once("error", reject);
			this.#server.listen(0, "127.0.0.1", resolve);
		});
		return (this.#server.address() as AddressInfo).port;
	}

	/** The fault from now on, for present connections and new ones: for all, or for those with these names. */
	set(fault: Fault, names: readonly string[] | null = null): void {
		this.#fault = fault;
		this.#names = names;
		for (const link of [...this.#links]) if (link.name !== null) link.apply(this.#faultFor(link.name));
	}

	/** By these ports PostgreSQL lists the connections with this name as `client_port`. */
	portsOf(name: string): number[] {
		const ports = [...this.#links].filter((link) => link.name === name).map((link) => link.serverSidePort);
		return ports.filter((port) => port !== undefined);
	}

	forgetCounts(): void {
		this.opened.clear();
		this.statements.clear();
	}

	async close(): Promise<void> {
		const closed = new Promise((resolve) => this.#server.close(resolve));
		for (const link of [...this.#links]) link.reset();
		await closed;
	}

	#faultFor(name: string): Fault {
		return this.#names === null || this.#names.includes(name) ? this.#fault : PASS;
	}
}

const add = (counts: Map<string, number>, name: string, count: number) =>
	counts.set(name, (counts.get(name) ?? 0) + count);
