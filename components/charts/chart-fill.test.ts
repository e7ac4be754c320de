import { expect, test } from "vitest";
import { withPatterns } from "./chart-fill.tsx";

test("no two series look the same, not even of one tone", () => {
	const series = withPatterns([
		{ tone: "bad" },
		{ tone: "bad" },
		{ tone: "bad", pattern: "plain" },
		{ tone: "warn" },
	]);

	const looks = series.map(({ tone, pattern }) => `${tone} ${pattern}`);
	expect(new Set(looks).size).toBe(4);
	expect(series[2]?.pattern).toBe("plain");
});
