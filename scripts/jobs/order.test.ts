import { expect, test } from "vitest";
import { readOrder } from "./order.ts";

const run = { does: "run", name: "purge-trash", at: null, dryRun: false, acceptClock: false };

test.each([
	["list", { does: "list" }],
	["run purge-trash", run],
	["run purge-trash --at 2026-03-02T12:00:00Z", { ...run, at: new Date("2026-03-02T12:00:00Z") }],
	["run --at=2026-03-02T14:00:00+02:00 purge-trash", { ...run, at: new Date("2026-03-02T12:00:00Z") }],
	["run purge-trash --dry-run --accept-clock", { ...run, dryRun: true, acceptClock: true }],
])("%s is understood", (words, order) => {
	expect(readOrder(words.split(" "))).toEqual(order);
});

test.each([
	["", "Usage: "],
	["list all", "Usage: "],
	["list --dry-run", "Usage: "],
	["run", "Usage: "],
	["run purge-trash keep-house", "Usage: "],
	["stop purge-trash", "Usage: "],
	["run purge-trash --force", "Unknown option '--force'"],
	["run empty-trash", "There is no job empty-trash. There are: keep-house, "],
	["run toString", "There is no job toString."],
	["run deliver-webhooks", "deliver-webhooks is started by others"],
	["run purge-trash --at", "--at <value>' argument missing"],
	["run purge-trash --at tomorrow", "tomorrow is not a time."],
	["run purge-trash --at 2026-03-02", "2026-03-02 is not a time."],
	["run purge-trash --at 2026-03-02T12:00:00", "is not a time. Write it with its zone"],
	["run purge-trash --at 2026-02-30T12:00:00Z", "is not a time."],
	["run purge-trash --at 0000-01-01T00:00:00Z", "is not a time."],
	["run purge-trash --at 3000-01-01T01:00:00+00:00", "is not a time."],
])("%j is refused in words", (words, refusal) => {
	expect(() => readOrder(words.split(" ").filter((word) => word !== ""))).toThrow(refusal);
});
