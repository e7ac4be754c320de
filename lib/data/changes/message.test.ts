import { expect, test } from "vitest";
import { readMessage } from "./message.ts";

test.each([
	["k agency one", { kind: "keys", keyIds: ["one"] }],
	["k agency one,two,three", { kind: "keys", keyIds: ["one", "two", "three"] }],
	["a agency", { kind: "agency", agencyId: "agency" }],
	["b barrier instance", { kind: "barrier", barrier: "barrier", replyTo: "instance" }],
	["i", { kind: "instance" }],
	["u 1772452800000", { kind: "uses", until: new Date("2026-03-02T12:00:00Z") }],
	["*", { kind: "all" }],
])("%j is read", (payload, message) => {
	expect(readMessage(payload)).toEqual(message);
});

// Whoever did not understand what has changed must not go on as if nothing had.
test.each([
	"",
	" ",
	"k",
	"k agency",
	"k agency ",
	"a",
	"a ",
	"b",
	"b barrier",
	"u",
	"u soon",
	"x agency one",
	"K agency one",
	"**",
	"\0",
])("%j, which nobody says, counts as a change of everything", (payload) => {
	expect(readMessage(payload)).toEqual({ kind: "all" });
});
