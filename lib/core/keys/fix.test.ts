import { describe, expect, test } from "vitest";
import type { BulkChange } from "./bulk-change.ts";
import { effectOf, type FixEffect, type FixSubject } from "./fix.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);

const KEY: FixSubject = {
	role: "ADMIN",
	scopes: ["contacts.write", "forms.readonly"],
	enabled: true,
	expiresAt: null,
	revokedAt: null,
	idleSince: days(-40),
	lastUsedAt: days(-40),
	inactivityExempt: false,
	scopesLeft: null,
};

const keeps = (why: string) => ({ becomes: null, why });

const CASES: [string, Partial<FixSubject>, BulkChange, FixEffect | object][] = [
	["switches off", {}, { kind: "switchOff" }, { becomes: "status", before: "Active", after: "Inactive" }],
	["keeps what is off", { enabled: false }, { kind: "switchOff" }, keeps("off")],
	["keeps what is revoked", { revokedAt: NOW }, { kind: "switchOff" }, keeps("revoked")],
	[
		"deletes what is revoked",
		{ revokedAt: NOW },
		{ kind: "delete", usedToo: false },
		{ before: "Revoked", after: "Trash" },
	],
	[
		"keeps what was used lately",
		{ lastUsedAt: days(-6) },
		{ kind: "delete", usedToo: false },
		keeps("usedLately"),
	],
	["gives no end that the policy forbids", {}, { kind: "endIn", days: 366 }, keeps("policy")],
	["gives a first end", {}, { kind: "endIn", days: 30 }, { before: null, after: days(30).toISOString() }],
	["keeps an end that there is", { expiresAt: days(5) }, { kind: "endIn", days: 30 }, keeps("hasEnd")],
	[
		"extends an end",
		{ expiresAt: days(5) },
		{ kind: "extend", to: { days: 30 } },
		{ before: days(5).toISOString(), after: days(30).toISOString() },
	],
	["keeps a later end", { expiresAt: days(31) }, { kind: "extend", to: { days: 30 } }, keeps("endsLater")],
	["extends no key without an end", {}, { kind: "extend", to: { days: 30 } }, keeps("noEnd")],
	[
		"makes READONLY, and says which scopes that narrows",
		{},
		{ kind: "makeReadonly" },
		{ before: "ADMIN", after: "READONLY", narrowed: ["contacts.write"] },
	],
	["keeps READONLY", { role: "READONLY" }, { kind: "makeReadonly" }, keeps("readonly")],
	[
		"takes unused scopes",
		{ scopesLeft: ["contacts.write"] },
		{ kind: "removeUnusedScopes" },
		{ before: 2, after: 1, taken: ["forms.readonly"] },
	],
	["leaves at least one scope", { scopesLeft: [] }, { kind: "removeUnusedScopes" }, keeps("noneLeft")],
	["takes no scope that may be used", {}, { kind: "removeUnusedScopes" }, keeps("noneUnused")],
	["keeps alive", {}, { kind: "keepAlive" }, { becomes: "idleSince", after: NOW.toISOString() }],
	["exempts", {}, { kind: "exempt" }, { becomes: "exempt" }],
	["exempts once", { inactivityExempt: true }, { kind: "exempt" }, keeps("exempt")],
];

describe("the preview of a change", () => {
	test.each(CASES)("%s", (_name, key, change, effect) => {
		expect(effectOf({ ...KEY, ...key }, change, { keyDaysMax: 365 }, NOW)).toMatchObject(effect);
	});
});
