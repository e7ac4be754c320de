import { describe, expect, test } from "vitest";
import { englishOf } from "../texts/english.ts";
import { describePropagation as describeIn, type KeyEffect, type PropagationNews } from "./propagation.ts";

const t = englishOf("words");
const describePropagation = (effect: KeyEffect, news: PropagationNews, timeZone = "UTC") =>
	describeIn(t, effect, news, { language: "en", timeZone });

const lagging = (laggards: number, certainBy = "2026-03-02T12:00:31.000Z"): PropagationNews => ({
	propagated: false,
	laggards,
	certainBy,
});

test.each<[KeyEffect, string]>([
	["ends", "No process accepts it any more."],
	["alters", "Every process goes by it now."],
	["begins", "Every process knows of it."],
])("what every process confirmed is told without a warning: it %s", (effect, text) => {
	expect(describePropagation(effect, { propagated: true })).toEqual({ text, isWarning: false });
});

describe("what not every process confirmed", () => {
	test.each<[KeyEffect, string, boolean]>([
		["ends", "One process has not confirmed yet and may accept the key until 12:00:31.", true],
		[
			"alters",
			"One process has not confirmed yet and may go by the key's old settings until 12:00:31.",
			true,
		],
		[
			"replaces",
			"One process has not confirmed yet and may accept a secret that has ended until 12:00:31.",
			true,
		],
		["begins", "One process has not confirmed yet and may refuse the key until 12:00:31.", false],
	])("is a warning only when it takes something away: it %s", (effect, text, isWarning) => {
		expect(describePropagation(effect, lagging(1), "UTC")).toEqual({ text, isWarning });
	});

	test("tells how many are missing, and says so when nobody could be asked", () => {
		expect(describePropagation("ends", lagging(3), "UTC").text).toBe(
			"3 processes have not confirmed yet and may accept the key until 12:00:31.",
		);
		expect(describePropagation("ends", lagging(0), "UTC")).toEqual({
			text: "Nobody could be asked to confirm: a process may accept the key until 12:00:31.",
			isWarning: true,
		});
	});

	test.each([
		["Asia/Kolkata", "17:30:31"],
		["America/New_York", "07:00:31"],
	])("is told by the clock of %s", (timeZone, time) => {
		expect(describePropagation("ends", lagging(1), timeZone).text).toContain(`until ${time}.`);
	});

	test("is certain no earlier than is told, and midnight is 00:00:00", () => {
		const untilTold = (certainBy: string) => describePropagation("ends", lagging(1, certainBy), "UTC").text;

		expect(untilTold("2026-03-02T12:00:31.001Z")).toContain("until 12:00:32.");
		expect(untilTold("2026-03-02T23:59:59.900Z")).toContain("until 00:00:00.");
	});
});
