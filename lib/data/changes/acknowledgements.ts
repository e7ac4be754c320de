type Send = (replyTo: string, barriers: readonly string[]) => void;

/** Barriers that this process has heard. Those that come within one turn of the event loop are answered together. */
export class Acknowledgements {
	readonly #send: Send;
	#heard = new Map<string, string[]>();

	constructor(send: Send) {
		this.#send = send;
	}

	add(replyTo: string, barrier: string) {
		if (this.#heard.size === 0) setImmediate(() => this.#sendAll());
		const together = this.#heard.get(replyTo);
		if (together) together.push(barrier);
		else this.#heard.set(replyTo, [barrier]);
	}

	#sendAll() {
		const heard = this.#heard;
		this.#heard = new Map();
		for (const [replyTo, barriers] of heard) this.#send(replyTo, barriers);
	}
}
