import { describe, expect, test } from "vitest";
import { ceilingProblems, type WantedPower } from "./ceiling.ts";

const power = (changes: Partial<WantedPower> = {}): WantedPower => ({
	level: "AGENCY",
	locationId: null,
	locationIds: null,
	role: "ADMIN",
	scopes: ["contacts.write", "keys.write"],
	expiresAt: null,
	allowedAddresses: [],
	rateLimit: null,
	credits: null,
	refill: null,
	...changes,
});
const plain = (changes: Partial<WantedPower> = {}) => power({ scopes: ["contacts.readonly"], ...changes });
const END = new Date("2026-06-01T00:00:00Z");
const LATER = new Date("2026-06-01T00:00:01Z");
const each = (max: number, seconds: number) => ({ max, seconds });
const PER_MINUTE = each(60, 60);
const DAILY = { amount: 10, every: "DAY" } as const;
const local = (locationId: string) => plain({ level: "LOCATION", locationId });

const beyond = (own: WantedPower, wanted: WantedPower, before: WantedPower | null = null) =>
	ceilingProblems(own, wanted, before).map(({ field }) => field);

describe("a key may hand out", () => {
	test.each<[string, WantedPower, WantedPower]>([
		["what it holds", power(), plain({ scopes: ["contacts.write"] })],
		["the reading form of what it may write", power(), plain()],
		["a role below its own", power(), plain({ role: "READONLY" })],
		["any location when it acts on all", power(), local("a")],
		["one of its chosen locations", power({ locationIds: ["a", "b"] }), local("b")],
		["a part of its chosen list", power({ locationIds: ["a", "b"] }), plain({ locationIds: ["a"] })],
		["its own end date", power({ expiresAt: END }), plain({ expiresAt: END })],
		["any end date when it has none", power(), plain({ expiresAt: END })],
		[
			"an address of its ranges",
			power({ allowedAddresses: ["203.0.113.0/24"] }),
			plain({ allowedAddresses: ["203.0.113.7"] }),
		],
		[
			"a part of its range",
			power({ allowedAddresses: ["2001:db8::/32"] }),
			plain({ allowedAddresses: ["2001:db8:1::/48"] }),
		],
		["its own rate limit", power({ rateLimit: PER_MINUTE }), plain({ rateLimit: PER_MINUTE })],
		[
			"as many uses in a longer time",
			power({ rateLimit: PER_MINUTE }),
			plain({ rateLimit: each(60, 3_600) }),
		],
		["the same rate in a shorter time", power({ rateLimit: PER_MINUTE }), plain({ rateLimit: each(1, 1) })],
		["the credits that it has left", power({ credits: 5 }), plain({ credits: 5 })],
		["any credits when it has no quota", power(), plain({ credits: 9, refill: DAILY })],
	])("%s", (_what, own, wanted) => {
		expect(beyond(own, wanted)).toEqual([]);
	});
});

describe("a key may not hand out", () => {
	test.each<[string, string, WantedPower, WantedPower]>([
		["a scope it lacks", "scopes", power(), plain({ scopes: ["forms.readonly"] })],
		[
			"writing when it may read",
			"scopes",
			power({ scopes: ["contacts.readonly"] }),
			plain({ scopes: ["contacts.write"] }),
		],
		["the right to manage keys", "scopes", power(), power()],
		["a role above its own", "role", power({ role: "READONLY" }), plain()],
		["a level above its own", "level", local("a"), plain({ locationIds: ["a"] })],
		["another location", "locationId", power({ locationIds: ["a"] }), local("b")],
		["a sibling of its own location", "locationId", local("a"), local("b")],
		["all locations when it has a list", "locationIds", power({ locationIds: ["a"] }), plain()],
		["a longer list", "locationIds", power({ locationIds: ["a"] }), plain({ locationIds: ["a", "b"] })],
		["a later end", "expiresAt", power({ expiresAt: END }), plain({ expiresAt: LATER })],
		["no end", "expiresAt", power({ expiresAt: END }), plain()],
		["every address", "allowedAddresses", power({ allowedAddresses: ["203.0.113.7"] }), plain()],
		[
			"an address beside its own",
			"allowedAddresses",
			power({ allowedAddresses: ["203.0.113.7"] }),
			plain({ allowedAddresses: ["203.0.113.7", "203.0.113.8"] }),
		],
		[
			"a wider range",
			"allowedAddresses",
			power({ allowedAddresses: ["203.0.113.0/24"] }),
			plain({ allowedAddresses: ["203.0.0.0/16"] }),
		],
		[
			"the other family's addresses",
			"allowedAddresses",
			power({ allowedAddresses: ["0.0.0.0/0"] }),
			plain({ allowedAddresses: ["::/0"] }),
		],
		["use without limit", "rateLimit", power({ rateLimit: PER_MINUTE }), plain()],
		[
			"more uses in its time",
			"rateLimit",
			power({ rateLimit: PER_MINUTE }),
			plain({ rateLimit: each(61, 60) }),
		],
		["its uses faster", "rateLimit", power({ rateLimit: PER_MINUTE }), plain({ rateLimit: each(2, 1) })],
		["more at once", "rateLimit", power({ rateLimit: each(1, 1) }), plain({ rateLimit: PER_MINUTE })],
		["any number of uses", "credits", power({ credits: 5 }), plain()],
		["more credits than it has left", "credits", power({ credits: 5 }), plain({ credits: 6 })],
		["credits that come back", "refill", power({ credits: 5 }), plain({ credits: 5, refill: DAILY })],
	])("%s", (_what, field, own, wanted) => {
		expect(beyond(own, wanted)).toContain(field);
	});
});

test("a key that manages keys keeps that when it changes itself, and gains nothing else", () => {
	expect(beyond(power(), power(), power())).toEqual([]);
	expect(beyond(power(), power({ scopes: ["keys.write", "forms.write"] }), power())).toEqual(["scopes"]);
});

test("a key with credits keeps its quota when it changes itself, and gains no more of it", () => {
	const own = power({ credits: 3 });
	const before = power({ credits: 5, refill: DAILY });

	expect(beyond(own, before, before)).toEqual([]);
	expect(beyond(own, { ...before, credits: 6 }, before)).toEqual(["credits"]);
	expect(beyond(own, { ...before, refill: { amount: 11, every: "DAY" } }, before)).toEqual(["refill"]);
	expect(beyond(own, { ...before, credits: null, refill: null }, before)).toEqual(["credits"]);
});
