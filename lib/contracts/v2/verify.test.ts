import { describe, expect, test } from "vitest";
import { VERDICTS, type VerdictCode } from "#lib/core/verdicts.ts";
import { presentVerdict, type VerdictFacts } from "./verify.ts";

const facts: VerdictFacts = {
	keyId: "01970000-0000-7000-8000-000000000001",
	level: "AGENCY",
	agencyId: "01970000-0000-7000-8000-000000000002",
	locationIds: { json: '["01970000-0000-7000-8000-000000000003"]' },
	title: "Website",
	role: "ADMIN",
	scopes: { json: '["contacts.readonly","keys.verify"]' },
	expiresAt: Number.POSITIVE_INFINITY,
	rateLimit: null,
	credits: null,
};

/** The same answer as an object would give it. */
const asObject = (code: VerdictCode, given: VerdictFacts | null) => ({
	valid: code === "VALID",
	code,
	detail: VERDICTS[code],
	...(given && {
		keyId: given.keyId,
		level: given.level,
		agencyId: given.agencyId,
		locationIds: JSON.parse(given.locationIds.json),
		title: given.title,
		role: given.role,
		scopes: JSON.parse(given.scopes.json),
		expiresAt: given.expiresAt === Number.POSITIVE_INFINITY ? null : new Date(given.expiresAt).toISOString(),
		rateLimit: given.rateLimit && {
			...given.rateLimit,
			resetAt: new Date(given.rateLimit.resetAt).toISOString(),
		},
		credits: given.credits === null ? null : { remaining: given.credits },
	}),
	requestId: "the-request",
});

describe("a verdict's body is byte for byte what JSON.stringify would make of it:", () => {
	test.each(Object.keys(VERDICTS) as VerdictCode[])("%s, with and without facts", (code) => {
		expect(presentVerdict(code, null, "the-request")).toBe(JSON.stringify(asObject(code, null)));
		expect(presentVerdict(code, facts, "the-request")).toBe(JSON.stringify(asObject(code, facts)));
	});

	test.each([
		"",
		'A "quoted" title',
		"back\\slash",
		"</script><!--",
		'\\u0022,"admin":true,"x":"',
		"Schlüsselmädchen",
		"密钥 🔑 👩‍👩‍👧",
		"e\u0301 \u2028 \u2029 \u00a0",
		"lone \ud800 surrogate",
		"x".repeat(80),
	])("a title such as %j", (title) => {
		const text = presentVerdict("VALID", { ...facts, title }, "the-request");

		expect(text).toBe(JSON.stringify(asObject("VALID", { ...facts, title })));
		expect(JSON.parse(text).title).toBe(title);
	});

	test.each<Partial<VerdictFacts>>([
		{ level: "LOCATION", role: "READONLY" },
		{ locationIds: { json: "[]" }, scopes: { json: "[]" } },
		{ expiresAt: 0 },
		{ expiresAt: Date.parse("2026-03-02T12:00:00.123Z") },
		{ expiresAt: Date.parse("+275760-09-13T00:00:00Z") },
		{ rateLimit: { limit: 5, remaining: 0, resetAt: Date.parse("2026-03-02T12:00:00Z") } },
		{ credits: 0 },
		{ credits: 9_007_199_254_740_991 },
	])("facts such as %j", (changes) => {
		const given = { ...facts, ...changes };

		expect(presentVerdict("VALID", given, "the-request")).toBe(JSON.stringify(asObject("VALID", given)));
	});
});
