import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { deleteRefusalsBefore } from "#lib/data/housekeeping.ts";
import { codeOf, testEngine } from "#lib/testing/engine.ts";
import {
	daysFrom,
	type KeyOptions,
	makeAgency,
	makeKey,
	makeLocation,
	type TestKey,
} from "#lib/testing/factories.ts";
import { anotherDatabase, testWorld } from "#lib/testing/world.ts";
import { UNAVAILABLE } from "./unavailable.ts";
import type { VerifyCall } from "./verify-key.ts";

const world = await testWorld();
const engine = testEngine(world.database);

async function newKey(options: KeyOptions = {}) {
	const agency = await makeAgency(world);
	return makeKey(world, agency, options);
}

const stored = async ({ id }: TestKey) =>
	(
		await world.owner.query(
			`select request_id as "requestId", verdict::text, rule, about, address, client from key_refusals
				where key_id = $1 order by at, request_id`,
			[id],
		)
	).rows;

/** Asks until there is a verdict: on a busy machine the first look-up may come too late. */
async function refuse(key: TestKey, call: Partial<VerifyCall> = {}) {
	for (;;) {
		const code = await codeOf(engine, key, { requestId: newId(), ...call });
		if (code !== UNAVAILABLE) return code;
	}
}

describe("a refusal", () => {
	test("is kept with its request and the rule that decided, once it is flushed", async () => {
		const key = await newKey();
		const requestId = newId();

		await refuse(key, { requestId, scopes: ["contacts.readonly", "forms.write"], client: "curl/8.5" });
		expect(await stored(key)).toEqual([]);
		await engine.usage.flush();

		expect(await stored(key)).toEqual([
			{
				requestId,
				verdict: "INSUFFICIENT_PERMISSIONS",
				rule: "scope_missing",
				about: "forms.write",
				address: "203.0.113.7",
				client: "curl/8.5",
			},
		]);
		expect(engine.errors).toEqual([]);
	});

	test("names the rule, whichever it is", async () => {
		const agency = await makeAgency(world);
		const [here, closed] = [
			await makeLocation(world, agency),
			await makeLocation(world, agency, { suspended: true }),
		];
		const past = new Date("2026-03-01T00:00:00.000Z");
		const cases: [KeyOptions, Partial<VerifyCall>, string, string][] = [
			[{ revoked: true }, {}, "revoked", ""],
			[{ disabled: true }, {}, "switched_off", ""],
			[{ expiresAt: past }, {}, "end_date", past.toISOString()],
			[{ location: closed }, {}, "location_suspended", closed.id],
			[{}, { locationId: closed.id }, "location_suspended", closed.id],
			[{ allowedAddresses: ["198.51.100.1/32"] }, {}, "address_not_listed", "203.0.113.7"],
			[{ allowedAddresses: ["198.51.100.1/32"] }, { address: null }, "address_unknown", ""],
			[{ chosenLocations: [] }, { locationId: here.id }, "location_not_covered", here.id],
			[{ credits: 0 }, {}, "credits", ""],
		];

		for (const [options, call, rule, about] of cases) {
			const key = await makeKey(world, agency, options);
			await refuse(key, call);
			await engine.usage.flush();
			expect(await stored(key)).toMatchObject([{ rule, about }]);
		}
		const suspended = await makeKey(world, await makeAgency(world, { suspended: true }));
		const limited = await newKey({ rateLimit: { max: 1, seconds: 86_400 } });
		await refuse(suspended);
		await refuse(limited);
		await refuse(limited);
		await engine.usage.flush();
		expect(await stored(suspended)).toMatchObject([{ rule: "agency_suspended" }]);
		expect(await stored(limited)).toMatchObject([{ rule: "rate_limit", about: "1 per day" }]);
	});

	test("keeps nothing of what a client sends that cannot be stored or shown", async () => {
		const key = await newKey();

		await refuse(key, { scopes: [`a\0b\n${"x".repeat(500)}`] });
		await engine.usage.flush();

		const [row] = await stored(key);
		expect(row.about).toMatch(/^a\?b\?x{96}$/);
		expect(engine.errors).toEqual([]);
	});
});

describe("nothing is kept", () => {
	test("of good uses, of texts that are no key, nor of secrets that have ended", async () => {
		const [key, gone] = [await newKey(), await newKey({ secretEndsAt: new Date(0) })];
		const before = (await world.owner.query("select count(*)::int as rows from key_refusals")).rows;

		expect(await refuse(key)).toBe("VALID");
		expect(await refuse(gone)).toBe("NOT_FOUND");
		await engine.usage.flush();

		expect((await world.owner.query("select count(*)::int as rows from key_refusals")).rows).toEqual(before);
	});
});

describe("of a key that is refused all the time", () => {
	test("one second keeps the last fifty", async () => {
		const key = await newKey({ disabled: true });
		const ids = Array.from({ length: 130 }, newId);

		for (const requestId of ids) await refuse(key, { requestId });
		await engine.usage.flush();

		const kept = (await stored(key)).map(({ requestId }) => requestId);
		expect(kept.sort()).toEqual(ids.slice(-50).sort());
	});

	test("the last two hundred stay, also when several processes write at once", async () => {
		const key = await newKey({ disabled: true });
		const engines = [1, 2, 3].map(() => testEngine(anotherDatabase(world.appUrl)));
		const ids: string[] = [];

		for (let second = 0; second < 3; second++) {
			for (const one of engines) {
				await codeOf(one, key);
				for (let use = 0; use < 50; use++) {
					ids.push(newId());
					await codeOf(one, key, { requestId: ids.at(-1) ?? "" });
				}
			}
			await Promise.all(engines.map((one) => one.usage.flush()));
		}
		await refuse(key);
		await engine.usage.flush();

		expect(await stored(key)).toHaveLength(200);
		expect(engines.flatMap(({ errors }) => errors)).toEqual([]);
	});
});

test("a refusal that may or may not have been written is sent again and kept once", async () => {
	const key = await newKey({ disabled: true });
	const row = {
		agency_id: key.agencyId,
		key_id: key.id,
		request_id: newId(),
		verdict: "DISABLED",
		rule: "switched_off",
		about: "",
		address: null,
		client: "",
		at: new Date().toISOString(),
	};
	const write = () =>
		world.owner.query("select latchkey_record_refusals($1, 200)", [JSON.stringify([row, row])]);

	await write();
	await write();

	expect(await stored(key)).toHaveLength(1);
});

test("what is older than the keeping is forgotten, in every agency", async () => {
	const [old, young] = [await newKey(), await newKey()];
	const now = new Date();
	for (const [key, days] of [
		[old, -31],
		[young, -29],
	] as const) {
		await world.owner.query(
			"insert into key_refusals values ($1, $2, $3, 'REVOKED', 'revoked', '', null, '', $4)",
			[key.agencyId, key.id, newId(), daysFrom(now, days)],
		);
	}

	expect(await deleteRefusalsBefore(world.database, daysFrom(now, -30), 100)).toBe(1);

	expect(await stored(old)).toEqual([]);
	expect(await stored(young)).toHaveLength(1);
});
