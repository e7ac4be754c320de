import { ROOT } from "../../launch/child.ts";

/** A profile as V8 writes it, as far as it is read here. */
export type CpuProfile = {
	nodes: {
		id: number;
		callFrame: { functionName: string; url: string; lineNumber: number };
		children?: number[];
	}[];
	samples: number[];
	/** Microseconds between a sample and the one before it. */
	timeDeltas: number[];
};

export type Share = { category: string; share: number };

type Frame = CpuProfile["nodes"][number]["callFrame"];

/** The first that fits names the category. Native work has no file of its own: its function says what it is. */
const CATEGORIES: [string, (frame: Frame) => boolean][] = [
	["garbage collection", ({ functionName }) => functionName === "(garbage collector)"],
	[
		"writing to the socket (kernel)",
		({ functionName }) => /^(writev?|write\w*String|writeBuffer)$/.test(functionName),
	],
	[
		"hashing",
		({ functionName, url }) =>
			/^node:internal\/crypto/.test(url) || /^(oneShotDigest|Hmac|Hash|hash)$/.test(functionName),
	],
	["Latchkey", ({ url }) => isOurs(url)],
	["pg, the driver", ({ url }) => /node_modules\/pg/.test(url)],
	["other packages", ({ url }) => url.includes("/node_modules/")],
	["node:http", ({ url }) => /^node:_?(internal\/)?_?http/.test(url)],
	[
		"node:net and streams",
		({ url }) => /^node:(net|stream|internal\/(streams?|stream_base_commons|net))/.test(url),
	],
	[
		"promises, timers, callbacks",
		({ url }) => /^node:(timers|internal\/(timers|process|async_hooks|events))/.test(url),
	],
	["the rest of Node", ({ url }) => url.startsWith("node:")],
	["native: HTTP parser, reading, event loop", ({ functionName }) => functionName === "(program)"],
	["built into V8", () => true],
];

const isOurs = (url: string) =>
	url.startsWith("file:") && url.includes(ROOT) && !url.includes("/node_modules/");

/** Where the busy time went, by category, the largest first. Idle time counts for nothing. */
export const sharesByCategory = (profile: CpuProfile): Share[] =>
	shares(profile, (frame) => CATEGORIES.find(([, fits]) => fits(frame))?.[0] ?? "");

/** The same by our own functions alone: their share of all busy time. */
export const sharesByFunction = (profile: CpuProfile): Share[] =>
	shares(profile, (frame) => (isOurs(frame.url) ? nameOfOurs(frame) : "")).filter(
		({ category }) => category !== "",
	);

function nameOfOurs({ functionName, url, lineNumber }: Frame): string {
	const path = url.slice(url.indexOf(ROOT) + ROOT.length + 1);
	return functionName === "" ? `line ${lineNumber + 1} of ${path}` : `\`${functionName}\` in ${path}`;
}

function shares({ nodes, samples, timeDeltas }: CpuProfile, nameOf: (frame: Frame) => string): Share[] {
	const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
	const micros = new Map<string, number>();
	let busy = 0;
	for (const [index, id] of samples.entries()) {
		const frame = frames.get(id);
		if (!frame || frame.functionName === "(idle)" || frame.functionName === "(root)") continue;
		const spent = Math.max(0, timeDeltas[index] ?? 0);
		busy += spent;
		const name = nameOf(frame);
		micros.set(name, (micros.get(name) ?? 0) + spent);
	}
	return [...micros]
		.map(([category, spent]) => ({ category, share: spent / busy }))
		.sort((a, b) => b.share - a.share);
}
