import { afterEach, describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { bodyOf, openEntrances, testSurroundings } from "#lib/testing/entrances.ts";
import { type KeyOptions, makeAgency, makeKey, makeLocation } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const { entrances, reported } = await openEntrances(testSurroundings(world.database));
const [entrance] = entrances;
if (!entrance) throw new Error("there is no entrance");
const { send } = entrance;

afterEach(() => expect(reported.splice(0)).toEqual([]));

const FORM = "application/x-www-form-urlencoded";

async function scene(options: KeyOptions = {}) {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const key = await makeKey(world, agency, { scopes: ["contacts.write", "oauth.write"], ...options });
	const headers = { Authorization: `Bearer ${key.secret}`, Version: "2021-07-28" };
	const ask = (form: Record<string, string>, more: Record<string, string> = {}) =>
		send({
			method: "POST",
			path: "/api/v2/oauth/locationToken",
			headers: { ...headers, "Content-Type": FORM, ...more },
			body: new URLSearchParams(form).toString(),
		});
	return { agency, location, key, headers, ask };
}

const countTokens = async ({ id }: { id: string }) =>
	(await world.owner.query("select from api_keys where maker_key_id = $1", [id])).rowCount;

describe("POST /oauth/locationToken", () => {
	test("answers a token that nobody may keep, twice the same when the call has a name", async () => {
		const { agency, location, key, ask } = await scene();
		const form = { companyId: agency.id.toUpperCase(), locationId: location.id };

		const first = await ask(form, { "Idempotency-Key": "one" });
		const again = await ask(form, { "Idempotency-Key": "one" });

		expect(first.status).toBe(200);
		expect(first.headers["cache-control"]).toContain("no-store");
		expect(bodyOf(again).access_token).toBe(bodyOf(first).access_token);
		expect(bodyOf(first).expires_in).toBeGreaterThan(86_390);
		expect(await countTokens(key)).toBe(1);
	});

	test("is refused for another company, another's location and none at all in the same words", async () => {
		const { agency, location, key, ask } = await scene();
		const foreign = await makeAgency(world);
		const theirs = await makeLocation(world, foreign);

		const companies = [
			await ask({ companyId: foreign.id, locationId: location.id }),
			await ask({ companyId: newId(), locationId: location.id }),
		];
		const places = [
			await ask({ companyId: agency.id, locationId: theirs.id }),
			await ask({ companyId: agency.id, locationId: newId() }),
		];

		expect(companies.map(({ status }) => status)).toEqual([404, 404]);
		expect(companies[0]?.body).toBe(companies[1]?.body);
		expect(places.map(({ status }) => status)).toEqual([403, 403]);
		expect(places[0]?.body).toBe(places[1]?.body);
		expect(await countTokens(key)).toBe(0);
	});

	test("names the member that is wrong, and wants a form", async () => {
		const { agency, location, key, ask, headers } = await scene();

		const without = await ask({ locationId: location.id });
		const twisted = await ask({ companyId: agency.id, locationId: "none" });
		const json = await send({
			method: "POST",
			path: "/api/v2/oauth/locationToken",
			headers: { ...headers, "Content-Type": "application/json", "Location-Id": location.id },
			body: JSON.stringify({ companyId: agency.id, locationId: location.id }),
		});

		expect(bodyOf(without)).toMatchObject({ status: 422, errors: [{ field: "companyId" }] });
		expect([403, 422]).toContain(twisted.status);
		expect(json.status).toBe(415);
		expect(await countTokens(key)).toBe(0);
	});

	test("makes it for the location that the form names, whatever the header says", async () => {
		const { agency, location, ask } = await scene();
		const sibling = await makeLocation(world, agency);

		const reply = await ask({ companyId: agency.id, locationId: location.id }, { "Location-Id": sibling.id });

		expect(bodyOf(reply)).toMatchObject({ locationId: location.id });
	});

	test("gives a READONLY key none", async () => {
		const { agency, location, ask } = await scene({ role: "READONLY" });

		const reply = await ask({ companyId: agency.id, locationId: location.id });

		expect(bodyOf(reply)).toMatchObject({ status: 403, code: "INSUFFICIENT_PERMISSIONS" });
	});
});

describe("GET /oauth/installedLocations", () => {
	test("lists what the key acts on, page by page, and counts it", async () => {
		const { agency, location, headers } = await scene({ scopes: ["oauth.readonly"] });
		const chosen = await makeKey(world, agency, { chosenLocations: [location], scopes: ["oauth.readonly"] });
		const hill = await makeLocation(world, agency, { name: "Hill" });
		const list = async (query: string, secret?: string) => {
			const path = `/api/v2/oauth/installedLocations?companyId=${agency.id}${query}`;
			const reply = await send({
				path,
				headers: { ...headers, ...(secret && { Authorization: `Bearer ${secret}` }) },
			});
			return bodyOf(reply) as { locations: { _id: string }[]; count: number };
		};
		const idsOf = ({ locations }: { locations: { _id: string }[] }) => locations.map(({ _id }) => _id);

		const all = await list("&appId=any&versionId=any");
		const page = await list("&skip=1&limit=1");
		const found = await list("&query=hil");
		const own = await list("", chosen.secret);
		const none = await list("&isInstalled=false");

		expect(idsOf(all).sort()).toEqual([location.id, hill.id].sort());
		expect([page.locations.length, page.count]).toEqual([1, 2]);
		expect([idsOf(found), found.count]).toEqual([[hill.id], 1]);
		expect(own).toMatchObject({
			count: 1,
			locations: [{ _id: location.id }],
			installToFutureLocations: false,
		});
		expect(none).toMatchObject({ count: 0, locations: [] });
	});
});
