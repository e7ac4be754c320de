import { expect, test } from "vitest";
import { extensionProblem, lastOverlapEnd, overlapEnd } from "./overlap.ts";

const rotatedAt = new Date("2026-03-02T12:00:00.000Z");
const before = overlapEnd(rotatedAt, 3_600);
const last = lastOverlapEnd(rotatedAt);

test("an older secret may go on for 30 days after the rotation, to the millisecond", () => {
	expect(last.toISOString()).toBe("2026-04-01T12:00:00.000Z");
	expect(extensionProblem({ rotatedAt, before, after: last })).toBeNull();
	expect(extensionProblem({ rotatedAt, before, after: new Date(last.getTime() + 1) })).toContain("30 days");
});

test("an extension is later than the end that it moves", () => {
	expect(extensionProblem({ rotatedAt, before, after: new Date(before.getTime() + 1) })).toBeNull();
	expect(extensionProblem({ rotatedAt, before, after: before })).toContain("no later");
});
