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
	const roll = inTurn((env?: Record<string, string>) => rollWorkers(pool, env), report);
	process.on("SIGHUP", () => void roll());
	process.on("message", (message: unknown) => {
		const order = Order.safeParse(message).data;
		if (order) void roll(order.env);
	});
	listenForMetrics(() => primaryMetrics(pool));
	pool.start();
}

function report(message: Report): void {
	log().info(message, "rolling restart");
	tell(message);
}

async function rollWorkers(pool: WorkerPool, env?: Record<string, string>): Promise<Report> {
	try {
		await pool.roll((done, of) => report({ latchkey: "rolling", done, of }), env);
		return { latchkey: "rolled" };
	} catch (error) {
		return { latchkey: "roll failed", reason: error instanceof Error ? error.message : String(error) };
	}
}

/** Of work that is asked for while it is being done, the latest is done afterwards, and then counts alone. */
function inTurn<Args extends unknown[], Result>(
	work: (...args: Args) => Promise<Result>,
	conclude: (result: Result) => void,
): (...args: Args) => Promise<void> {
	let working = false;
	let next: Args | undefined;
	return async (...args) => {
		next = args;
		if (working) return;
		working = true;
		while (next) {
			const taken: Args = next;
			next = undefined;
			const result = await work(...taken);
			if (!next) conclude(result);
		}
		working = false;
	};
}
