import { describe, expect, test } from "vitest";
import { daysFrom, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { type Countdown, expiryNotice, type Idleness, idlenessOf, planOf, stepOf } from "./countdown.ts";

const day = (days: number) => daysFrom(NOW, days);
const idle: Idleness = { since: NOW, days: 90 };

/** A countdown from {@link NOW} of which these notices were given in time. */
function noticed(...days: number[]): Countdown {
	const given = (each: number) => (days.includes(each) ? day(90 - each) : null);
	return {
		basis: NOW,
		endsAt: day(90),
		noticed15At: given(15),
		noticed7At: given(7),
		noticed1At: given(1),
	};
}

/** Asks once at each moment and keeps what was given, as the sweep does. */
function live(moments: readonly Date[], from: Countdown | null = null) {
	let countdown = from;
	return moments.map((now) => {
		const step = stepOf(countdown, idle, now);
		if (step.kind === "notice") countdown = step.countdown;
		return step.kind === "notice"
			? `${step.days}, ends ${(+step.countdown.endsAt - +NOW) / 86_400_000}`
			: step.kind;
	});
}

describe("since when a key is idle", () => {
	const key = {
		idleFrom: NOW,
		lastUsedAt: null,
		inactivityDays: null,
		inactivityExempt: false,
		revokedAt: null,
	};

	test.each([
		["never used", null, NOW],
		["used before it was made, restored, switched on or kept alive", day(-1), NOW],
		["used since", day(3), day(3)],
	])("%s", (_name, lastUsedAt, since) => {
		expect(idlenessOf({ ...key, lastUsedAt }, 90).since).toEqual(since);
	});

	test.each([
		["the agency's period counts", {}, 90, 90],
		["its own period goes before the agency's", { inactivityDays: 200 }, 90, 200],
		["its own period counts where the agency has none", { inactivityDays: 30 }, null, 30],
		["without any period it stays", {}, null, null],
		["an exempt key stays", { inactivityExempt: true, inactivityDays: 30 }, 90, null],
		["a revoked key stays", { revokedAt: NOW }, 90, null],
	])("%s", (_name, changes, agencyDays, days) => {
		expect(idlenessOf({ ...key, ...changes }, agencyDays).days).toBe(days);
	});
});

test("nothing is due a moment before the first notice", () => {
	expect(stepOf(null, idle, minutesFrom(day(75), -1))).toEqual({ kind: "wait" });
});

test("asked in time, it gives three notices and then deletes on the planned day", () => {
	expect(live([74, 75, 82, 83, 88, 89, 90].map(day))).toEqual([
		"wait",
		"15, ends 90",
		"wait",
		"7, ends 90",
		"wait",
		"1, ends 90",
		"delete",
	]);
});

test("asked again at the same moment, it does nothing twice", () => {
	expect(live([75, 75, 83, 83, 89, 89].map(day))).toEqual([
		"15, ends 90",
		"wait",
		"7, ends 90",
		"wait",
		"1, ends 90",
		"wait",
	]);
});

test.each([
	[
		"the first notice",
		[77, 84, 85, 90, 91, 92],
		["15, ends 92", "wait", "7, ends 92", "wait", "1, ends 92", "delete"],
	],
	["the second notice", [75, 87, 92, 93, 94], ["15, ends 90", "7, ends 94", "wait", "1, ends 94", "delete"]],
	["the last notice", [75, 83, 93, 93.9, 94], ["15, ends 90", "7, ends 90", "1, ends 94", "wait", "delete"]],
])("an outage across %s moves the end by as much", (_name, days, steps) => {
	expect(live(days.map(day))).toEqual(steps);
});

test("after a year of silence it still begins with the first notice, and takes one step at a time", () => {
	expect(live([365, 365, 372, 373, 379, 380].map(day))).toEqual([
		"15, ends 380",
		"wait",
		"wait",
		"7, ends 380",
		"1, ends 380",
		"delete",
	]);
});

test("it never deletes within 24 hours of the last notice, whatever the stored end says", () => {
	const hurried = { ...noticed(15, 7), noticed1At: day(90) };

	expect(stepOf(hurried, idle, minutesFrom(day(91), -1))).toEqual({ kind: "wait" });
	expect(stepOf(hurried, idle, day(91))).toMatchObject({ kind: "delete" });
});

test.each([
	["a use", { since: minutesFrom(NOW, 1), days: 90 }],
	["an exemption", { since: NOW, days: null }],
	["a longer period", { since: NOW, days: 91 }],
])("%s ends the countdown, also when the deletion is due", (_name, changed) => {
	for (const countdown of [noticed(15), noticed(15, 7), noticed(15, 7, 1)])
		expect(stepOf(countdown, changed, day(120))).toEqual({ kind: "end" });
});

test("a shorter period keeps the end that people were told of", () => {
	expect(stepOf(noticed(15), { since: NOW, days: 30 }, day(80))).toEqual({ kind: "wait" });
});

describe("what is planned", () => {
	test("is three notices and a deletion", () => {
		expect(planOf(null, idle, NOW)).toEqual([
			{ at: day(75), notice: 15 },
			{ at: day(83), notice: 7 },
			{ at: day(89), notice: 1 },
			{ at: day(90), notice: null },
		]);
	});

	test("begins now when the first notice is late, and moves the rest", () => {
		expect(planOf(null, idle, day(80)).map(({ at }) => at)).toEqual([80, 88, 94, 95].map(day));
	});

	test("goes on from what was noticed, unless that counts no more", () => {
		expect(planOf(noticed(15, 7), idle, day(84)).map(({ notice }) => notice)).toEqual([1, null]);
		expect(planOf(noticed(15, 7), { since: day(84), days: 90 }, day(84))).toHaveLength(4);
	});

	test("is nothing for a key that never goes", () => {
		expect(planOf(null, { since: NOW, days: null }, day(500))).toEqual([]);
	});
});

describe("notices of an end date", () => {
	const expiresAt = day(40);

	test.each([
		["15 days before", 25, 15, 15],
		["7 days before", 33, 7, 7],
		["1 day before", 39, 1, 1],
		["6 days before, when those of 15 and 7 days were missed", 34, 7, 6],
		["half a day before, when all were missed", 39.5, 1, 1],
	])("%s", (_name, at, days, daysLeft) => {
		expect(expiryNotice(null, expiresAt, day(at))).toMatchObject({ days, daysLeft });
	});

	test.each([
		["more than 15 days before", 24.9],
		["on the date", 40],
		["after it", 41],
	])("none %s", (_name, at) => {
		expect(expiryNotice(null, expiresAt, day(at))).toBeNull();
	});

	test("each is given once", () => {
		const given = expiryNotice(null, expiresAt, day(25))?.countdown ?? null;

		expect(expiryNotice(given, expiresAt, day(26))).toBeNull();
		expect(expiryNotice(given, expiresAt, day(33))).toMatchObject({ days: 7 });
		expect(given).toMatchObject({ basis: expiresAt, endsAt: expiresAt, noticed7At: null });
	});
});
