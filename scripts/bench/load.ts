import { execFileSync } from "node:child_process";
import type { Shutdown } from "../launch/shutdown.ts";
import { Refusal } from "../processes.ts";
import { runAutocannon } from "./autocannon.ts";
import type { Series } from "./calls.ts";
import { runWrk } from "./wrk.ts";

export type LoadOptions = {
	origin: string;
	series: Series;
	seconds: number;
	connections: number;
	/** A pause of each connection before its next request, for a load below the limit. */
	pauseMs?: number;
};

export type LoadResult = {
	requests: number;
	seconds: number;
	p50Ms: number;
	p99Ms: number;
	/** Answers with a status of 400 and above. */
	refused: number;
	/** Requests without an answer: broken connections and timeouts. */
	lost: number;
};

/** Makes load with one program or the other. */
export type Generator = {
	name: "wrk" | "autocannon";
	run: (shutdown: Shutdown, folder: string, options: LoadOptions) => Promise<LoadResult>;
};

/** `wrk` where it is installed. It costs a fraction of what autocannon does, which the servers then have. */
export function chooseGenerator(): Generator {
	try {
		execFileSync("sh", ["-c", "command -v wrk"], { stdio: "ignore" });
		return { name: "wrk", run: runWrk };
	} catch {
		return { name: "autocannon", run: runAutocannon };
	}
}

/** Throws unless the answers are those that the series expects: figures of anything else mean nothing. */
export function requireExpected(title: string, { expect }: Series, { requests, refused, lost }: LoadResult) {
	const wrong = expect === "200" ? refused : requests - refused;
	if (requests > 0 && wrong === 0 && lost === 0) return;
	throw new Refusal(
		`${title}: of ${requests} answers ${wrong} were not what was expected (${expect}), and ${lost} did not come.`,
	);
}
