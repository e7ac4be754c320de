/** Whether a change has reached every process that answers from memory. */
export type Propagation =
	| { propagated: true }
	| {
			propagated: false;
			/** The processes that did not confirm it. */
			laggards: string[];
			/** When the last of them stops answering from what it knew before. */
			certainBy: Date;
	  };

export type Instance = { id: string; name: string; leaseEndsAt: Date };

const WAIT_MS_MAX = 250;

/** Questions to all instances that wait for their answers. */
export class Barriers {
	#waiting = new Map<string, { heard: Set<string>; check: () => void }>();

	/** An instance says that it has heard everything up to these barriers. */
	acknowledge(instanceId: string, barriers: readonly string[]) {
		for (const barrier of barriers) {
			const waiting = this.#waiting.get(barrier);
			waiting?.heard.add(instanceId);
			waiting?.check();
		}
	}

	/**
	 * Puts the question by `ask`, which names those whose answer counts, and waits for them if their answers can be heard.
	 * They may come in before `ask` is back.
	 */
	async wait(barrier: string, ask: () => Promise<Instance[]>, canHear: boolean): Promise<Propagation> {
		const heard = new Set<string>();
		const waiting = { heard, check: () => {} };
		this.#waiting.set(barrier, waiting);
		try {
			const instances = await ask();
			const missing = () => instances.filter(({ id }) => !heard.has(id));
			if (canHear && missing().length > 0) {
				await new Promise<void>((resolve) => {
					const timer = setTimeout(resolve, WAIT_MS_MAX);
					waiting.check = () => {
						if (missing().length > 0) return;
						clearTimeout(timer);
						resolve();
					};
				});
			}
			return outcomeOf(missing());
		} finally {
			this.#waiting.delete(barrier);
		}
	}
}

function outcomeOf(missing: readonly Instance[]): Propagation {
	if (missing.length === 0) return { propagated: true };
	return {
		propagated: false,
		laggards: missing.map(({ name }) => name),
		certainBy: new Date(Math.max(...missing.map(({ leaseEndsAt }) => leaseEndsAt.getTime()))),
	};
}
