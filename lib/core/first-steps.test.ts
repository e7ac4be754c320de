import { expect, test } from "vitest";
import { firstStepsOf } from "./first-steps.ts";

const now = new Date("2026-03-02T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const all = { hasKey: true, hasVerified: true, hasInvited: true, hasLocation: true };

test("a step is done when the facts say so", () => {
	const facts = { ...all, hasVerified: false, hasInvited: false, agencyCreatedAt: now, hasEnded: false };

	expect(firstStepsOf(facts, now)).toEqual([
		{ name: "location", done: true },
		{ name: "key", done: true },
		{ name: "verify", done: false },
		{ name: "invite", done: false },
	]);
});

test("they are gone once somebody has put them away, whatever is done", () => {
	const facts = { ...all, hasKey: false, agencyCreatedAt: now, hasEnded: true };

	expect(firstStepsOf(facts, now)).toBeNull();
});

test("an old agency that has gone them all is not led through them", () => {
	expect(firstStepsOf({ ...all, agencyCreatedAt: daysAgo(31), hasEnded: false }, now)).toBeNull();
	expect(firstStepsOf({ ...all, agencyCreatedAt: daysAgo(29), hasEnded: false }, now)).toHaveLength(4);
	expect(
		firstStepsOf({ ...all, hasKey: false, agencyCreatedAt: daysAgo(31), hasEnded: false }, now),
	).toHaveLength(4);
});
