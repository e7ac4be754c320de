import { expect, test } from "vitest";
import { URGENT_ATTENTIONS } from "#lib/core/keys/attention.ts";
import { attentionSumHref, verdictHref } from "./number-links.ts";

const AGENCY = { agency: "acme" };
const LOCATION = { agency: "acme", location: "spa" };
const states = [
	{ level: "AGENCY", status: "Active", keys: 3 },
	{ level: "AGENCY", status: "Expired", keys: 0 },
	{ level: "LOCATION", status: "Expired", keys: 2 },
] as const;

test("keys that are all on one list are linked to it", () => {
	const counts = [
		{ level: "LOCATION", attention: "expiring" },
		{ level: "AGENCY", attention: "wide" },
	] as const;

	expect(attentionSumHref(AGENCY, counts, URGENT_ATTENTIONS)).toBe(
		"/agencies/acme/keys?attention=expiring&tab=location",
	);
	expect(attentionSumHref(LOCATION, counts, URGENT_ATTENTIONS)).toBe(
		"/agencies/acme/locations/spa/keys?attention=expiring",
	);
});

test("keys on several lists are linked to where each list is named", () => {
	const counts = [
		{ level: "LOCATION", attention: "expiring" },
		{ level: "AGENCY", attention: "expiring" },
	] as const;

	expect(attentionSumHref(AGENCY, counts, URGENT_ATTENTIONS)).toBe("#attention");
});

test.each([
	["VALID", "/agencies/acme/keys?sort=lastUsed"],
	["EXPIRED", "/agencies/acme/keys?status=Expired&tab=location"],
	["REVOKED", "/agencies/acme/keys?status=Revoked"],
	["RATE_LIMITED", "/agencies/acme/keys?attention=refused"],
] as const)("uses with %s are linked to keys behind them", (verdict, address) => {
	expect(verdictHref(AGENCY, verdict, states)).toBe(address);
});

test("at a location there is one list", () => {
	expect(verdictHref(LOCATION, "EXPIRED", states)).toBe("/agencies/acme/locations/spa/keys?status=Expired");
});
