import { closeSync, openSync } from "node:fs";
import type { Variables } from "../checks/checks.ts";
import { type Server, startServer } from "../launch/server.ts";
import { childEnv, parse, type Settings } from "../launch/settings.ts";
import type { Shutdown } from "../launch/shutdown.ts";
import { freePort } from "../postgres/server.ts";
import { type Exit, exitOf, signalGroup } from "../processes.ts";
import { FaultProxy } from "./fault-proxy.ts";
import { HttpClient } from "./http-client.ts";

export type InstanceOptions = {
	name: string;
	shutdown: Shutdown;
	dataDir: string;
	logFile: string;
	secret: string;
	/** The application's login, as it would be without a proxy. */
	appUrl: string;
	postgresPort: () => number;
	/** Variables that every start has, over those of this process. */
	env: Variables;
};

/** One process of the product behind a fault proxy of its own. It keeps its port over restarts. */
export class Instance {
	readonly name: string;
	readonly proxy: FaultProxy;
	client: HttpClient;
	readonly port: number;
	readonly #options: InstanceOptions;
	readonly #settings: Settings;
	readonly #appUrl: string;
	#server: Server | undefined;
	#extra: Variables = {};

	private constructor(options: InstanceOptions, proxy: FaultProxy, proxyPort: number, port: number) {
		this.name = options.name;
		this.proxy = proxy;
		this.port = port;
		this.client = new HttpClient(port);
		this.#options = options;
		this.#appUrl = Object.assign(new URL(options.appUrl), { port: String(proxyPort) }).href;
		const { secret, dataDir } = options;
		const env = parse({
			NODE_ENV: "production",
			PORT: String(port),
			DATA_DIR: dataDir,
			LATCHKEY_SECRET: secret,
		});
		this.#settings = { ...env, dataDir, secrets: secret, newestSecret: secret };
	}

	static async open(options: InstanceOptions): Promise<Instance> {
		const proxy = new FaultProxy(options.postgresPort);
		const proxyPort = await proxy.listen();
		await options.shutdown.hold(() => proxy.close());
		return new Instance(options, proxy, proxyPort, await freePort());
	}

	get pid(): number {
		return this.#server?.child.pid ?? 0;
	}

	get isRunning(): boolean {
		const child = this.#server?.child;
		return child !== undefined && child.exitCode === null && child.signalCode === null;
	}

	/** Whether it runs with other variables than usual. */
	get isSpecial(): boolean {
		return Object.keys(this.#extra).length > 0;
	}

	/** Starts the product, and comes back when it is ready. */
	async start(extra: Variables = {}): Promise<void> {
		this.#extra = extra;
		this.client.close();
		this.client = new HttpClient(this.port);
		const { shutdown, logFile, env } = this.#options;
		const output = openSync(logFile, "a", 0o600);
		try {
			const variables = { ...childEnv(this.#settings, this.#appUrl), ...env, ...extra };
			this.#server = await startServer(shutdown, variables, output);
		} finally {
			closeSync(output);
		}
	}

	/** Ends it by the signal. Returns how it ended, and after how many milliseconds. */
	async end(signal: "SIGTERM" | "SIGKILL"): Promise<Exit & { tookMs: number }> {
		const server = this.#server;
		if (!server) throw new Error(`${this.name} was never started`);
		const since = performance.now();
		const exit = exitOf(server.child);
		server.child.kill(signal);
		const how = await exit;
		server.release();
		return { ...how, tookMs: performance.now() - since };
	}

	async restart(extra: Variables = {}): Promise<void> {
		// Connections of ours that stay open would keep it from ending for a while.
		this.client.close();
		if (!this.isRunning) throw new Error(`${this.name} has ended by itself`);
		await this.end("SIGTERM");
		await this.start(extra);
	}

	/** Stops every thread of it where it stands, until {@link thaw}. */
	async freeze(): Promise<void> {
		const server = this.#server;
		if (!server) throw new Error(`${this.name} was never started`);
		signalGroup(server.child, "SIGSTOP");
		// A frozen process would take no order to end.
		await this.#options.shutdown.hold(async () => this.thaw());
	}

	thaw(): void {
		if (this.#server) signalGroup(this.#server.child, "SIGCONT");
	}
}
