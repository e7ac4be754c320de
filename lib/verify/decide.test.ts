import { describe, expect, test } from "vitest";
import { parsePermissionQuery } from "#lib/core/permission-query.ts";
import { VERDICTS } from "#lib/core/verdicts.ts";
import type { SecretRow } from "#lib/data/verify-lookup.ts";
import { factsOf, secretRow } from "#lib/testing/secret-row.ts";
import { type Demand, decide, type FactVerdict } from "./decide.ts";

const NOW = new Date("2026-03-02T12:00:00.000Z");
const PAST = new Date(NOW.getTime() - 1);
const FUTURE = new Date(NOW.getTime() + 1);
const HERE = "01970000-0000-7000-8000-000000000001";
const ELSEWHERE = "01970000-0000-7000-8000-000000000002";

/** A key that is good for all that {@link demand} asks. */
const row = secretRow({
	all_locations: false,
	chosen_location_ids: [HERE],
	agency_location_ids: [HERE, ELSEWHERE],
	allowed_addresses: ["203.0.113.0/24"],
	expires_at: FUTURE,
});
const demand: Demand = { scopes: ["contacts.readonly"], locationId: HERE, address: "203.0.113.7" };

type Cause = {
	name: string;
	verdict: FactVerdict;
	row?: Partial<SecretRow>;
	demand?: Partial<Demand>;
};

/** The verdict on a key whose row has these changes. */
const judge = (changes: Partial<SecretRow>, asked: Partial<Demand> = {}) =>
	decide(factsOf({ ...row, ...changes }), { ...demand, ...asked }, NOW.getTime());

/** Everything that can be wrong with a key, in the order in which the product's page on verification decides. */
const LADDER: readonly Cause[] = [
	{ name: "deleted", verdict: "NOT_FOUND", row: { deleted: true } },
	{ name: "secret over", verdict: "NOT_FOUND", row: { secret_ends_at: PAST } },
	{ name: "revoked", verdict: "REVOKED", row: { revoked: true } },
	{ name: "switched off", verdict: "DISABLED", row: { enabled: false } },
	{ name: "expired", verdict: "EXPIRED", row: { expires_at: PAST } },
	{ name: "agency suspended", verdict: "SUSPENDED", row: { agency_suspended: true } },
	{ name: "address", verdict: "FORBIDDEN", demand: { address: "198.51.100.7" } },
	{ name: "location", verdict: "FORBIDDEN", demand: { locationId: ELSEWHERE } },
	{ name: "scope", verdict: "INSUFFICIENT_PERMISSIONS", demand: { scopes: ["forms.readonly"] } },
	{
		name: "permissions",
		verdict: "INSUFFICIENT_PERMISSIONS",
		demand: { permissions: parsePermissionQuery("contacts.write AND (forms.write OR links.write)") },
	},
];

const judged = (causes: readonly Cause[]) =>
	decide(
		factsOf(Object.assign({ ...row }, ...causes.map((cause) => cause.row))),
		Object.assign({ ...demand }, ...causes.map((cause) => cause.demand)),
		NOW.getTime(),
	);

test("a key with nothing wrong is VALID", () => {
	expect(judged([])).toBe("VALID");
});

test("of every set of causes the first in the documented order decides", () => {
	for (let subset = 1; subset < 2 ** LADDER.length; subset++) {
		const causes = LADDER.filter((_cause, index) => subset & (1 << index));

		expect(judged(causes), causes.map(({ name }) => name).join(" + ")).toBe(causes[0]?.verdict);
	}
});

test("the order of the ladder is that of the verdicts", () => {
	const order = Object.keys(VERDICTS);
	const places = LADDER.map(({ verdict }) => order.indexOf(verdict));

	expect(places).toEqual([...places].sort((a, b) => a - b));
	expect(order.at(-1)).toBe("VALID");
});

describe("time", () => {
	test.each([
		["expires_at", "EXPIRED"],
		["secret_ends_at", "NOT_FOUND"],
	] as const)("is up at the moment that %s names, not a millisecond before", (column, verdict) => {
		const at = (moment: Date | null) => judge({ [column]: moment });

		expect([at(PAST), at(NOW), at(FUTURE), at(null)]).toEqual([verdict, verdict, "VALID", "VALID"]);
	});
});

describe("a location", () => {
	test("that is suspended suspends what is asked for there, before any address is looked at", () => {
		const suspended = { suspended_location_ids: [HERE] };

		expect(judge(suspended)).toBe("SUSPENDED");
		expect(judge(suspended, { address: null })).toBe("SUSPENDED");
		expect(judge(suspended, { locationId: null })).toBe("VALID");
	});

	test("that is not the key's is not said to be suspended", () => {
		expect(judge({ suspended_location_ids: [ELSEWHERE] }, { locationId: ELSEWHERE })).toBe("FORBIDDEN");
	});

	test("need not be named", () => {
		expect(judge({ chosen_location_ids: [] }, { locationId: null })).toBe("VALID");
		expect(judge({ chosen_location_ids: [] })).toBe("FORBIDDEN");
	});

	test("that is deleted is nobody's, also when it is on the key's list", () => {
		expect(judge({ agency_location_ids: [ELSEWHERE] })).toBe("FORBIDDEN");
		expect(judge({ agency_location_ids: [ELSEWHERE], suspended_location_ids: [HERE] })).toBe("FORBIDDEN");
	});

	test("takes its own keys along when it is deleted or suspended", () => {
		const own = { level: "LOCATION", location_id: HERE, chosen_location_ids: null } as const;

		expect(judge(own)).toBe("VALID");
		expect(judge(own, { locationId: ELSEWHERE })).toBe("FORBIDDEN");
		expect(judge({ ...own, suspended_location_ids: [HERE] }, { locationId: null })).toBe("SUSPENDED");
		expect(judge({ ...own, agency_location_ids: [ELSEWHERE] }, { locationId: null })).toBe("NOT_FOUND");
	});
});

describe("an address", () => {
	test("does not matter to a key without a list", () => {
		expect(judge({ allowed_addresses: [] }, { address: null })).toBe("VALID");
	});

	test("that nobody knows is on no list", () => {
		expect(judge({ allowed_addresses: ["0.0.0.0/0", "::/0"] }, { address: null })).toBe("FORBIDDEN");
	});
});

describe("scopes", () => {
	test("must all be held, and asking for none asks for nothing", () => {
		const ask = (scopes: string[]) => judge({}, { scopes });

		expect(ask([])).toBe("VALID");
		expect(ask(["contacts.write", "contacts.readonly"])).toBe("VALID");
		expect(ask(["contacts.write", "links.readonly"])).toBe("INSUFFICIENT_PERMISSIONS");
		expect(ask(["no.such.scope"])).toBe("INSUFFICIENT_PERMISSIONS");
	});

	// The row might have been edited by hand.
	test("of a READONLY key are capped, whatever is stored", () => {
		expect(judge({ role: "READONLY" }, { scopes: ["contacts.write"] })).toBe("INSUFFICIENT_PERMISSIONS");
		expect(judge({ role: "READONLY" })).toBe("VALID");
	});

	test("that are stored but not in the catalogue give nothing", () => {
		expect(judge({ scopes: ["everything"] }, { scopes: ["everything"] })).toBe("INSUFFICIENT_PERMISSIONS");
	});
});
