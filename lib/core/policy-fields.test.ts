import { describe, expect, test } from "vitest";
import { DEFAULT_POLICY } from "./policies.ts";
import { PolicyFields } from "./policy-fields.ts";

describe("a policy from outside", () => {
	test.each([
		["keyDaysMax", [0, 3_651, 1.5, Number.NaN, "90"], [1, 3_650, null]],
		["agencyKeysMax", [-1, 1_000_001], [0, 1_000_000, null]],
		["locationKeysMax", [-1, 1_000_001], [0, 1_000_000, null]],
		["inactivityDays", [29, 731, "90"], [30, 730, null]],
		["leaverKeys", ["DELETE"], ["KEEP", "DISABLE"]],
		["locationScopes", [[], ["keys.verify"], ["*"]], [null, ["forms.readonly"]]],
	])("has bounds for %s", (field, refused, accepted) => {
		const parse = (value: unknown) => PolicyFields.safeParse({ ...DEFAULT_POLICY, [field]: value });

		for (const value of refused) expect(parse(value).error?.issues[0]?.path[0]).toBe(field);
		for (const value of accepted) expect(parse(value).success).toBe(true);
	});

	test("that allows writing allows reading, and keeps the catalogue's order", () => {
		const parsed = PolicyFields.parse({
			...DEFAULT_POLICY,
			locationScopes: ["forms.write", "contacts.readonly"],
		});

		expect(parsed.locationScopes).toEqual(["contacts.readonly", "forms.readonly", "forms.write"]);
	});

	test("has no room for what is not a policy", () => {
		const asked = { ...DEFAULT_POLICY, requireSignedRequests: false };

		expect(PolicyFields.safeParse(asked).success).toBe(false);
	});
});
