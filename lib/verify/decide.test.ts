import { describe, expect, test } from "vitest";
import { VERDICTS } from "#lib/core/verdicts.ts";
import type { SecretFacts } from "#lib/data/verify-lookup.ts";
import { type Demand, decide, type FactVerdict } from "./decide.ts";

const NOW = new Date("2026-03-02T12:00:00.000Z");
const PAST = new Date(NOW.getTime() - 1);
const FUTURE = new Date(NOW.getTime() + 1);
const HERE = "01970000-0000-7000-8000-000000000001";
const ELSEWHERE = "01970000-0000-7000-8000-000000000002";

/** A key that is good for all that {@link demand} asks. */
const facts: SecretFacts = {
	digest: Buffer.alloc(32),
	agency_id: "agency",
	key_id: "key",
	level: "AGENCY",
	location_id: null,
	all_locations: false,
	location_ids: [HERE],
	suspended_location_ids: [],
	title: "Website",
	role: "ADMIN",
	scopes: ["contacts.write"],
	allowed_addresses: ["203.0.113.0/24"],
	rate_limit_max: null,
	rate_limit_seconds: null,
	credits_remaining: null,
	enabled: true,
	expires_at: FUTURE,
	revoked_at: null,
	deleted_at: null,
	secret_ends_at: null,
	suspended: false,
	created_at: PAST,
	database_now: NOW,
};
const demand: Demand = { scopes: ["contacts.readonly"], locationId: HERE, address: "203.0.113.7" };

type Cause = {
	name: string;
	verdict: FactVerdict;
	facts?: Partial<SecretFacts>;
	demand?: Partial<Demand>;
};

/** Everything that can be wrong with a key, in the order in which the product's page on verification decides. */
const LADDER: readonly Cause[] = [
	{ name: "deleted", verdict: "NOT_FOUND", facts: { deleted_at: PAST } },
	{ name: "secret over", verdict: "NOT_FOUND", facts: { secret_ends_at: PAST } },
	{ name: "revoked", verdict: "REVOKED", facts: { revoked_at: PAST } },
	{ name: "switched off", verdict: "DISABLED", facts: { enabled: false } },
	{ name: "expired", verdict: "EXPIRED", facts: { expires_at: PAST } },
	{ name: "agency suspended", verdict: "SUSPENDED", facts: { suspended: true } },
	{ name: "address", verdict: "FORBIDDEN", demand: { address: "198.51.100.7" } },
	{ name: "location", verdict: "FORBIDDEN", demand: { locationId: ELSEWHERE } },
	{ name: "scope", verdict: "INSUFFICIENT_PERMISSIONS", demand: { scopes: ["forms.readonly"] } },
];

const judged = (causes: readonly Cause[]) =>
	decide(
		Object.assign({ ...facts }, ...causes.map((cause) => cause.facts)),
		Object.assign({ ...demand }, ...causes.map((cause) => cause.demand)),
		NOW,
	);

test("a key with nothing wrong is VALID", () => {
	expect(judged([])).toBe("VALID");
});

test("a key that nobody knows is NOT_FOUND", () => {
	expect(decide(null, demand, NOW)).toBe("NOT_FOUND");
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
		const at = (moment: Date | null) => decide({ ...facts, [column]: moment }, demand, NOW);

		expect([at(PAST), at(NOW), at(FUTURE), at(null)]).toEqual([verdict, verdict, "VALID", "VALID"]);
	});

	test("of revoking and deleting is not asked: what is marked is over", () => {
		expect(decide({ ...facts, revoked_at: FUTURE }, demand, NOW)).toBe("REVOKED");
		expect(decide({ ...facts, deleted_at: FUTURE }, demand, NOW)).toBe("NOT_FOUND");
	});
});

describe("a location", () => {
	test("that is suspended suspends what is asked for there, before any address is looked at", () => {
		const suspended = { ...facts, suspended_location_ids: [HERE] };

		expect(decide(suspended, demand, NOW)).toBe("SUSPENDED");
		expect(decide(suspended, { ...demand, address: null }, NOW)).toBe("SUSPENDED");
		expect(decide(suspended, { ...demand, locationId: null }, NOW)).toBe("VALID");
	});

	test("that is not the key's is not said to be suspended", () => {
		const strange = { ...facts, suspended_location_ids: [ELSEWHERE] };

		expect(decide(strange, { ...demand, locationId: ELSEWHERE }, NOW)).toBe("FORBIDDEN");
	});

	test("need not be named", () => {
		expect(decide({ ...facts, location_ids: [] }, { ...demand, locationId: null }, NOW)).toBe("VALID");
		expect(decide({ ...facts, location_ids: [] }, demand, NOW)).toBe("FORBIDDEN");
	});
});

describe("an address", () => {
	test("does not matter to a key without a list", () => {
		const anywhere = { ...facts, allowed_addresses: [] };

		expect(decide(anywhere, { ...demand, address: null }, NOW)).toBe("VALID");
	});

	test("that nobody knows is on no list", () => {
		const everywhere = { ...facts, allowed_addresses: ["0.0.0.0/0", "::/0"] };

		expect(decide(everywhere, { ...demand, address: null }, NOW)).toBe("FORBIDDEN");
	});
});

describe("scopes", () => {
	test("must all be held, and asking for none asks for nothing", () => {
		const ask = (scopes: string[]) => decide(facts, { ...demand, scopes }, NOW);

		expect(ask([])).toBe("VALID");
		expect(ask(["contacts.write", "contacts.readonly"])).toBe("VALID");
		expect(ask(["contacts.write", "links.readonly"])).toBe("INSUFFICIENT_PERMISSIONS");
		expect(ask(["no.such.scope"])).toBe("INSUFFICIENT_PERMISSIONS");
	});

	// The row might have been edited by hand.
	test("of a READONLY key are capped, whatever is stored", () => {
		const readonly = { ...facts, role: "READONLY" as const };

		expect(decide(readonly, { ...demand, scopes: ["contacts.write"] }, NOW)).toBe("INSUFFICIENT_PERMISSIONS");
		expect(decide(readonly, demand, NOW)).toBe("VALID");
	});

	test("that are stored but not in the catalogue give nothing", () => {
		const odd = { ...facts, scopes: ["everything"] };

		expect(decide(odd, { ...demand, scopes: ["everything"] }, NOW)).toBe("INSUFFICIENT_PERMISSIONS");
	});
});
