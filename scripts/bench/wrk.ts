import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { holdChild } from "../launch/child.ts";
import type { Shutdown } from "../launch/shutdown.ts";
import { exitOf, Refusal } from "../processes.ts";
import type { LoadOptions, LoadResult } from "./load.ts";

const GRACE_MS = 2_000;
const Summary = z.object({
	requests: z.number(),
	micros: z.number(),
	p50: z.number(),
	p99: z.number(),
	refused: z.number(),
	lost: z.number(),
});

/** Runs wrk with one thread, which goes through the calls in their order. */
export async function runWrk(shutdown: Shutdown, folder: string, options: LoadOptions): Promise<LoadResult> {
	const base = join(folder, `load-${randomBytes(6).toString("hex")}`);
	const { calls } = options.series;
	const lines = calls.map(
		({ authorization = "", forwardedFor = "", body = "" }) => `${authorization}\t${forwardedFor}\t${body}\n`,
	);
	writeFileSync(`${base}.calls`, lines.join(""));
	writeFileSync(`${base}.lua`, scriptFor(options, `${base}.calls`));
	const args = ["-t1", `-c${options.connections}`, `-d${options.seconds}s`, "--timeout", "10s"];
	try {
		const output = await capture(shutdown, [...args, "-s", `${base}.lua`, options.origin]);
		const said = Summary.parse(JSON.parse(output.slice(output.lastIndexOf("\n{"))));
		return {
			requests: said.requests,
			seconds: said.micros / 1e6,
			p50Ms: said.p50 / 1_000,
			p99Ms: said.p99 / 1_000,
			refused: said.refused,
			lost: said.lost,
		};
	} finally {
		for (const end of ["calls", "lua"]) rmSync(`${base}.${end}`, { force: true });
	}
}

async function capture(shutdown: Shutdown, args: string[]): Promise<string> {
	const child = spawn("wrk", args, { detached: true, stdio: ["ignore", "pipe", "pipe"] });
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => {
			output += text;
		});
	}
	const closed = new Promise((resolve) => child.once("close", resolve));
	const release = await holdChild(shutdown, child, GRACE_MS);
	const { code } = await exitOf(child);
	await closed;
	release();
	if (code !== 0) throw new Refusal(`wrk failed:\n${output}`);
	return output;
}

/** Every request is written out before the first is sent, so that wrk has nothing to do but send. */
function scriptFor({ origin, series, pauseMs }: LoadOptions, callsFile: string): string {
	const { method, path } = series;
	return `
local requests, count, at = {}, 0, 0
function init()
	for line in io.lines(${lua(callsFile)}) do
		local authorization, forwarded, body = line:match("^([^\\t]*)\\t([^\\t]*)\\t(.*)$")
		local headers = { ["Host"] = ${lua(new URL(origin).host)} }
		if authorization ~= "" then headers["Authorization"] = authorization end
		if forwarded ~= "" then headers["X-Forwarded-For"] = forwarded end
		if body ~= "" then headers["Content-Type"] = "application/json" else body = nil end
		count = count + 1
		requests[count] = wrk.format(${lua(method)}, ${lua(path)}, headers, body)
	end
end
function request()
	at = at % count + 1
	return requests[at]
end
${pauseMs === undefined ? "" : `function delay() return ${pauseMs} end`}
function done(summary, latency)
	local errors = summary.errors
	io.write(string.format(
		'\\n{"requests":%d,"micros":%d,"p50":%d,"p99":%d,"refused":%d,"lost":%d}\\n',
		summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), errors.status,
		errors.connect + errors.read + errors.write + errors.timeout))
end
`;
}

/** A text as Lua writes it; ours hold nothing that Lua and JSON write differently. */
const lua = (text: string) => JSON.stringify(text);
