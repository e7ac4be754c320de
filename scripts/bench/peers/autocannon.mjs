import { readFileSync } from "node:fs";
import autocannon from "autocannon";

const { origin, series, seconds, connections, pauseMs } = JSON.parse(
	readFileSync(process.argv[2] ?? "", "utf8"),
);
const { method, path, calls } = series;
const result = await autocannon({
	url: origin,
	connections,
	duration: seconds,
	...(pauseMs && { overallRate: Math.ceil((connections * 1_000) / pauseMs) }),
	requests: calls.map(
		(
			/** @type {{ authorization?: string, forwardedFor?: string, body?: string }} */ {
				authorization,
				forwardedFor,
				body,
			},
		) => ({
			method,
			path,
			headers: {
				...(authorization && { authorization }),
				...(forwardedFor && { "x-forwarded-for": forwardedFor }),
				...(body && { "content-type": "application/json" }),
			},
			...(body && { body }),
		}),
	),
});
const answers = result["2xx"] + result.non2xx;
console.log(
	JSON.stringify({
		requests: answers,
		seconds: result.duration,
		p50Ms: result.latency.p50,
		p99Ms: result.latency.p99,
		refused: result.non2xx,
		lost: result.errors + result.timeouts,
	}),
);
