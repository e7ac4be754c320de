import { describe, expect, test } from "vitest";
import { DEFAULT_POLICY, policyProblems } from "./policies.ts";
import type { Scope } from "./scopes.ts";

const NOW = new Date("2026-03-02T12:00:00.000Z");
const inDays = (days: number, ms = 0) => new Date(NOW.getTime() + days * 86_400_000 + ms);
const SLACK_MS = 5 * 60_000;

type Fields = Parameters<typeof policyProblems>[2];

const fields = (changes: Partial<Fields> = {}): Fields => ({
	role: "ADMIN",
	scopes: ["contacts.readonly"],
	expiresAt: null,
	allowedAddresses: [],
	...changes,
});
const before = (changes: Partial<Fields> = {}) => fields(changes);

const fieldsOf = (problems: { field: string }[]) => problems.map(({ field }) => field);

test("an agency that has said nothing has nothing against any key", () => {
	expect(policyProblems(DEFAULT_POLICY, "AGENCY", fields(), null, NOW)).toEqual([]);
	expect(policyProblems(DEFAULT_POLICY, "LOCATION", fields(), null, NOW)).toEqual([]);
});

describe("keys that end after at most 90 days", () => {
	const policy = { ...DEFAULT_POLICY, keyDaysMax: 90 };

	test.each([
		["never", null, false],
		["tomorrow", inDays(1), true],
		["in exactly 90 days", inDays(90), true],
		["in 90 days by a clock that runs five minutes ahead", inDays(90, SLACK_MS), true],
		["a moment later", inDays(90, SLACK_MS + 1), false],
		["in 91 days", inDays(91), false],
	])("a new key that ends %s", (_name, expiresAt, isFine) => {
		const problems = policyProblems(policy, "AGENCY", fields({ expiresAt }), null, NOW);

		expect(fieldsOf(problems)).toEqual(isFine ? [] : ["expiresAt"]);
	});

	test.each([
		["never, as before", null, null, true],
		["in a year, as before", inDays(365), inDays(365), true],
		["earlier than before, and still too late", inDays(365), inDays(200), false],
		["never, and had an end before", inDays(30), null, false],
		["in 90 days, and never before", null, inDays(90), true],
	])("an edited key that ends %s", (_name, was, expiresAt, isFine) => {
		const problems = policyProblems(
			policy,
			"LOCATION",
			fields({ expiresAt }),
			before({ expiresAt: was }),
			NOW,
		);

		expect(fieldsOf(problems)).toEqual(isFine ? [] : ["expiresAt"]);
	});
});

describe("location keys that may read contacts and write forms", () => {
	const policy = { ...DEFAULT_POLICY, locationScopes: ["contacts.readonly", "forms.write"] as Scope[] };
	const named = (scopes: Scope[], role: Fields["role"], held: Scope[] | null) =>
		policyProblems(policy, "LOCATION", fields({ scopes, role }), held && before({ scopes: held }), NOW)
			.map(({ message }) => message)
			.join();

	test.each<[Scope[], Fields["role"], Scope[] | null, string]>([
		[["contacts.readonly", "forms.write"], "ADMIN", null, ""],
		[["forms.readonly"], "ADMIN", null, ""],
		[["contacts.write"], "ADMIN", null, "contacts.write"],
		[["contacts.write", "links.write"], "ADMIN", null, "contacts.write, links.write"],
		[["contacts.write"], "READONLY", null, ""],
		[["links.write"], "READONLY", null, "links.readonly"],
		[["contacts.write"], "ADMIN", ["contacts.write"], ""],
		[["links.readonly"], "ADMIN", ["links.write"], ""],
		[["links.write"], "ADMIN", ["links.readonly"], "links.write"],
		[["contacts.write", "links.write"], "ADMIN", ["links.write"], "contacts.write"],
	])("%j as %s, when the key held %j before: refused is “%s”", (scopes, role, held, refused) => {
		const message = named(scopes, role, held);

		if (refused === "") expect(message).toBe("");
		else expect(message).toContain(`hold ${refused}.`);
	});

	test("says nothing about agency keys, nor about scopes that no location key may hold anyway", () => {
		const asked = fields({ scopes: ["contacts.write", "keys.verify"] });

		expect(policyProblems(policy, "AGENCY", asked, null, NOW)).toEqual([]);
		expect(policyProblems(policy, "LOCATION", asked, null, NOW)[0]?.message).not.toContain("keys.verify");
	});
});

test.each([
	["a new key without any is refused", null, [], false],
	["a new key with one is fine", null, ["203.0.113.7"], true],
	["a key that had none may go on without", [], [], true],
	["a key that had one may not lose it", ["203.0.113.7"], [], false],
])("addresses are required: %s", (_name, had, allowedAddresses, isFine) => {
	const problems = policyProblems(
		{ ...DEFAULT_POLICY, addressesRequired: true },
		"AGENCY",
		fields({ allowedAddresses }),
		had && before({ allowedAddresses: had }),
		NOW,
	);

	expect(fieldsOf(problems)).toEqual(isFine ? [] : ["allowedAddresses"]);
});
