import cluster, { type Worker } from "node:cluster";
import { setTimeout as delay } from "node:timers/promises";
import { log } from "#lib/config/log.ts";
import { Report } from "./messages.ts";
import { respawnDelayMs } from "./respawn-delay.ts";

const READY_MS_MAX = 60_000;
/** After this long a worker that was told to end is ended; it ends itself before. */
const END_MS_MAX = 9_500;
const POLL_MS = 50;
const DEATHS_KEPT = 16;

export type WorkerState = "starting" | "ready" | "ending";

/** What the pool tells its owner. */
export type PoolEvents = { onReady: () => void; onHopeless: () => void };

/** Keeps a number of workers alive, from {@link start} until {@link stop}. */
export class WorkerPool {
	readonly #workers = new Map<Worker, WorkerState>();
	readonly #size: number;
	readonly #events: PoolEvents;
	readonly #diedAt: number[] = [];
	/** Variables of the latest workers that came to be ready. */
	#env: Record<string, string> = {};
	#deaths = 0;
	#wasReady = false;
	#stopping = false;

	constructor(size: number, events: PoolEvents) {
		this.#size = size;
		this.#events = events;
	}

	get deaths(): number {
		return this.#deaths;
	}

	count(state: WorkerState): number {
		return [...this.#workers.values()].filter((each) => each === state).length;
	}

	start(): void {
		const missing = this.#size - this.count("ready") - this.count("starting");
		for (let place = 0; place < missing && !this.#stopping; place++) this.#fork(this.#env);
	}

	/**
	 * Replaces the workers that there are, one after another: a new one is ready before an old one is told to end.
	 * Throws when a new one does not become ready; the old ones that are left go on.
	 */
	async roll(onProgress: (done: number, of: number) => void, env = this.#env): Promise<void> {
		const old = [...this.#workers].filter(([, state]) => state !== "ending").map(([worker]) => worker);
		try {
			for (const [index, worker] of old.entries()) {
				if (this.#stopping) return;
				onProgress(index, old.length);
				await this.#forkUntilReady(env);
				this.#env = env;
				await this.#end(worker);
			}
		} finally {
			this.start();
		}
	}

	/** Ends all workers. */
	async stop(): Promise<void> {
		this.#stopping = true;
		await Promise.all([...this.#workers.keys()].map((worker) => this.#end(worker)));
	}

	#fork(env: Record<string, string>): Worker {
		const worker = cluster.fork(env);
		this.#workers.set(worker, "starting");
		worker.on("message", (message: unknown) => {
			const report = Report.safeParse(message).data;
			if (report?.latchkey === "ready") this.#note(worker);
		});
		worker.once("exit", (code, signal) => this.#bury(worker, signal ?? `exit code ${code}`));
		worker.on("error", (error) => log().error({ err: error, worker: worker.id }, "worker failed"));
		return worker;
	}

	#note(worker: Worker): void {
		if (this.#workers.get(worker) === "starting") this.#workers.set(worker, "ready");
		this.#wasReady = true;
		this.#events.onReady();
	}

	#bury(worker: Worker, how: string): void {
		const state = this.#workers.get(worker);
		this.#workers.delete(worker);
		if (state === "ending" || this.#stopping) return;
		log().error({ worker: worker.id, workerPid: worker.process.pid, how }, "a worker has died");
		this.#deaths += 1;
		if (!this.#wasReady && this.#deaths >= this.#size) this.#events.onHopeless();
		this.#diedAt.push(performance.now());
		if (this.#diedAt.length > DEATHS_KEPT) this.#diedAt.shift();
		setTimeout(() => this.start(), respawnDelayMs(this.#diedAt, performance.now()));
	}

	async #forkUntilReady(env: Record<string, string>): Promise<void> {
		const worker = this.#fork(env);
		const giveUpAt = performance.now() + READY_MS_MAX;
		const isStarting = () => this.#workers.get(worker) === "starting";
		while (isStarting() && performance.now() < giveUpAt) await delay(POLL_MS);
		if (this.#workers.get(worker) === "ready") return;
		await this.#end(worker);
		throw new Error("a new worker did not become ready");
	}

	async #end(worker: Worker): Promise<void> {
		if (!this.#workers.has(worker)) return;
		this.#workers.set(worker, "ending");
		const ended = new Promise((resolve) => worker.once("exit", resolve));
		worker.process.kill("SIGTERM");
		const force = setTimeout(() => worker.process.kill("SIGKILL"), END_MS_MAX);
		await ended;
		clearTimeout(force);
	}
}
