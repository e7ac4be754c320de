import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { ROOT } from "../../launch/child.ts";
import { type CpuProfile, sharesByCategory, sharesByFunction } from "./categories.ts";

const ours = pathToFileURL(join(ROOT, "lib/verify/decide.ts")).href;
const theirs = pathToFileURL(join(ROOT, "node_modules/zod/index.js")).href;

/** A profile in which each frame was seen for so many microseconds. */
function profileOf(frames: [functionName: string, url: string, micros: number][]): CpuProfile {
	return {
		nodes: frames.map(([functionName, url], id) => ({ id, callFrame: { functionName, url, lineNumber: 6 } })),
		samples: frames.map((_, id) => id),
		timeDeltas: frames.map(([, , micros]) => micros),
	};
}

test("busy time is shared out by what was at work, the largest part first", () => {
	const profile = profileOf([
		["(idle)", "", 900],
		["decide", ours, 10],
		["writeUtf8String", "", 60],
		["parse", theirs, 30],
	]);

	expect(sharesByCategory(profile)).toEqual([
		{ category: "writing to the socket (kernel)", share: 0.6 },
		{ category: "other packages", share: 0.3 },
		{ category: "Latchkey", share: 0.1 },
	]);
});

test("of functions only our own are named, by their file", () => {
	const profile = profileOf([
		["decide", ours, 25],
		["parse", theirs, 75],
	]);

	expect(sharesByFunction(profile)).toEqual([{ category: "`decide` in lib/verify/decide.ts", share: 0.25 }]);
});

test("a function is one wherever it was called from, and without a name is told by its line", () => {
	const profile = profileOf([
		["decide", ours, 20],
		["", ours, 60],
		["decide", ours, 20],
	]);

	expect(sharesByFunction(profile)).toEqual([
		{ category: "line 7 of lib/verify/decide.ts", share: 0.6 },
		{ category: "`decide` in lib/verify/decide.ts", share: 0.4 },
	]);
});
