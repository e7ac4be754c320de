import { describe, expect, test } from "vitest";
import type { Scope } from "../scopes.ts";
import { type ScopeRecord, scopesWithout, unusedScopes } from "./unused-scopes.ts";

const now = new Date("2026-06-01T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

/** What is not used of a key of a year ago, recorded as long. */
const unused = (
	granted: Scope[],
	used: Partial<Record<Scope, number>> = {},
	changes: Partial<ScopeRecord> = {},
) => {
	const lastUsed = new Map(Object.entries(used).map(([scope, days]) => [scope, daysAgo(days)]));
	return unusedScopes({
		granted,
		lastUsed,
		createdAt: daysAgo(365),
		recordedSince: daysAgo(365),
		now,
		...changes,
	});
};

describe("a scope is not used", () => {
	test.each<[string, Scope[], Partial<Record<Scope, number>>, Scope[]]>([
		[
			"when nobody ever asked for it",
			["contacts.write", "usage.readonly"],
			{},
			["contacts.write", "usage.readonly"],
		],
		["when the last use is longer ago", ["usage.readonly"], { "usage.readonly": 91 }, ["usage.readonly"]],
		["but is when the last use is that long ago", ["usage.readonly"], { "usage.readonly": 90 }, []],
		[
			"when it writes, and is used for reading alone",
			["links.write"],
			{ "links.readonly": 1 },
			["links.write"],
		],
		[
			"but is when a used one beside it includes it",
			["links.readonly", "links.write"],
			{ "links.write": 1 },
			[],
		],
		[
			"when nobody uses the one that includes it either",
			["links.readonly", "links.write"],
			{},
			["links.readonly", "links.write"],
		],
		[
			"when it writes, beside one that reads and is used",
			["links.readonly", "links.write"],
			{ "links.readonly": 1 },
			["links.write"],
		],
	])("%s", (_name, granted, used, expected) => {
		expect(unused(granted, used)).toEqual(expected);
	});
});

describe("nothing is said", () => {
	test.each<[string, Partial<ScopeRecord>]>([
		["of a key that is younger", { createdAt: daysAgo(89) }],
		["while uses have been recorded for a shorter time", { recordedSince: daysAgo(89) }],
		["when a scope was added since", { scopesAddedAt: daysAgo(89) }],
		["when a use named no scope", { lastUnnamed: daysAgo(89) }],
	])("%s", (_name, changes) => {
		expect(unused(["contacts.write"], {}, changes)).toEqual([]);
		expect(unused(["contacts.write"], {}, { ...changes, days: 60 })).toEqual(["contacts.write"]);
	});
});

describe("taking scopes away", () => {
	const without = (granted: Scope[], used: Scope[], taken: Scope[]) =>
		scopesWithout({ granted, lastUsed: new Map(used.map((scope) => [scope, now])) }, taken);

	test("leaves the others", () => {
		expect(without(["contacts.write", "forms.write"], [], ["forms.write"])).toEqual(["contacts.write"]);
	});

	test("leaves reading where reading was used by the right to write", () => {
		expect(without(["links.write"], ["links.readonly"], ["links.write"])).toEqual(["links.readonly"]);
	});

	test("leaves no scope twice", () => {
		const granted: Scope[] = ["links.readonly", "links.write"];

		expect(without(granted, ["links.readonly"], ["links.write"])).toEqual(["links.readonly"]);
	});

	test("takes reading too when both are named", () => {
		const both: Scope[] = ["links.readonly", "links.write"];

		expect(without(both, ["links.readonly"], both)).toEqual([]);
	});
});
