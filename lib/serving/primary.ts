import cluster from "node:cluster";
import { log } from "#lib/config/log.ts";
import { Order, type Report, tell } from "./messages.ts";
import { listenForMetrics } from "./metrics/listener.ts";
import { primaryMetrics } from "./metrics/primary-metrics.ts";
import { endWhenTold } from "./orders.ts";
import { WorkerPool } from "./worker-pool.ts";

/** More than a worker takes to end by itself, less than whoever has started us waits. */
const STOP_MS_MAX = 10_500;

/** Starts the workers that serve, replaces those that die, and all of them one by one on SIGHUP or an order. */
export function superviseWorkers(count: number): void {
	// The primary takes the connections and deals them out: one that a worker no longer wants goes to another.
	cluster.schedulingPolicy = cluster.SCHED_RR;
	let isReported = false;
	const pool = new WorkerPool(count, {
		onReady() {
			if (!isReported) tell({ latchkey: "ready" });
			isReported = true;
		},
		onHopeless() {
			log().fatal("no worker ever became ready");
			process.exit(1);
		},
	});
	endWhenTold(() => pool.stop(), STOP_MS_MAX);
	const roll = inTurn((env?: Record<string, string>) => rollAndReport(pool, env));
	process.on("SIGHUP", () => roll());
	process.on("message", (message: unknown) => {
		const order = Order.safeParse(message).data;
		if (order) roll(order.env);
	});
	listenForMetrics(() => primaryMetrics(pool));
	pool.start();
}

async function rollAndReport(pool: WorkerPool, env?: Record<string, string>): Promise<void> {
	const report = (message: Report) => {
		log().info(message, "rolling restart");
		tell(message);
	};
	try {
		await pool.roll((done, of) => report({ latchkey: "rolling", done, of }), env);
		report({ latchkey: "rolled" });
	} catch (error) {
		report({ latchkey: "roll failed", reason: error instanceof Error ? error.message : String(error) });
	}
}

/** Of work that is asked for while it is being done, the latest is done afterwards. */
function inTurn<Args extends unknown[]>(work: (...args: Args) => Promise<void>): (...args: Args) => void {
	let working = false;
	let next: Args | undefined;
	const go = async (...args: Args) => {
		next = args;
		if (working) return;
		working = true;
		for (let taken: Args | undefined = next; taken; taken = next) {
			next = undefined;
			await work(...taken);
		}
		working = false;
	};
	return (...args) => void go(...args);
}
