import { setTimeout as delay } from "node:timers/promises";

/** Thrown into work that goes on while everything is being stopped. Nobody prints it. */
export class Stopping extends Error {}

type Held = { stop: () => Promise<void>; force: () => void };

const SIGNALS = ["SIGINT", "SIGTERM"] as const;
/** npm passes on a Ctrl-C that the terminal has already sent to everybody. */
const SAME_SIGNAL_MS = 250;
const SETTLE_MS = 15_000;

/** Everything that has to be stopped again, and the orders to do so: a signal, or the end of whoever started us. */
export class Shutdown {
	readonly ordered: Promise<void>;
	readonly #held: Held[] = [];
	#order: () => void = () => {};
	#orderedAt: number | undefined;
	#closing = false;
	#onHangUp: () => void = () => this.#receive();

	constructor() {
		this.ordered = new Promise((resolve) => {
			this.#order = resolve;
		});
		for (const signal of SIGNALS) process.on(signal, () => this.#receive());
		process.on("SIGHUP", () => this.#onHangUp());
		process.once("disconnect", () => this.#receive());
		// A closed terminal must not end us before we have ended the rest.
		for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
	}

	get isOrdered(): boolean {
		return this.#orderedAt !== undefined;
	}

	/** From now on a SIGHUP is no order to stop, but does this. */
	onHangUp(act: () => void): void {
		this.#onHangUp = act;
	}

	/** Takes charge of something that runs. The answer gives it back, for what has ended by itself. */
	async hold(stop: () => Promise<void>, force: () => void = () => {}): Promise<() => void> {
		const held = { stop, force };
		if (this.#closing) {
			await stop();
			throw new Stopping();
		}
		this.#held.push(held);
		return () => this.#release(held);
	}

	/** Runs `work` until it ends or a stop is ordered, then stops what is held, the latest first. */
	async around<T>(work: () => Promise<T>): Promise<T | undefined> {
		const working = work();
		try {
			return await Promise.race([working, this.ordered.then(() => undefined)]);
		} finally {
			this.#closing = true;
			await this.#stopAll();
			await Promise.race([working.catch(() => {}), delay(SETTLE_MS, undefined, { ref: false })]);
		}
	}

	async #stopAll(): Promise<void> {
		for (let last = this.#held.at(-1); last; last = this.#held.at(-1)) {
			await last.stop().catch((error: unknown) => console.error(error));
			this.#release(last);
		}
	}

	#release(held: Held): void {
		const index = this.#held.indexOf(held);
		if (index >= 0) this.#held.splice(index, 1);
	}

	#receive(): void {
		const now = performance.now();
		if (this.#orderedAt === undefined) {
			this.#orderedAt = now;
			this.#order();
		} else if (now - this.#orderedAt > SAME_SIGNAL_MS) {
			for (const { force } of this.#held) force();
			process.exit(130);
		}
	}
}
