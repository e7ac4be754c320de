import { describe, expect, test } from "vitest";
import { TOKENS_MAX } from "#lib/core/keys/location-token.ts";
import type { Scope } from "#lib/core/scopes.ts";
import type { Context } from "#lib/data/context.ts";
import { codeOf, runningEngine } from "#lib/testing/engine.ts";
import {
	auditTrail,
	contextFor,
	daysFrom,
	type KeyOptions,
	keyFields,
	makeAgency,
	makeKey,
	makeLocation,
	makePerson,
	makePolicy,
	minutesFrom,
	NOW,
	storedKey,
	type TestKey,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { keyContext } from "#lib/testing/key-context.ts";
import { disableLeaverKeys } from "#lib/testing/people.ts";
import { testWorld } from "#lib/testing/world.ts";
import { removeFromAgency } from "../people/remove-from-agency.ts";
import { createLocationToken } from "./create-location-token.ts";
import { deleteKey } from "./delete.ts";
import { editKey } from "./edit.ts";
import { endKeyOverlap } from "./end-overlap.ts";
import { purgeTrash } from "./purge-trash.ts";
import { replaceKey } from "./replace.ts";
import { restoreKey } from "./restore.ts";
import { revokeKey } from "./revoke.ts";
import { rotateKey } from "./rotate.ts";
import { setKeyEnabled } from "./set-enabled.ts";
import { sweepExpiry } from "./sweep-expiry.ts";

const world = await testWorld();

const SCOPES: Scope[] = ["contacts.write", "locations.write", "users.write", "oauth.write"];

async function scene(options: KeyOptions = {}) {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const maker = await makeKey(world, agency, { scopes: SCOPES, ...options });
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const ask = (now = NOW, secretEndsAt: Date | null = null) =>
		createLocationToken(keyContext(world, agency, { key: maker, scopes: SCOPES, now }), {
			locationId: location.id,
			secretEndsAt,
		});
	return { agency, location, maker, ctx, ask };
}

const tokensOf = async ({ id }: TestKey) =>
	(
		await world.owner.query(
			"select id, title, revoked_at, expires_at from api_keys where maker_key_id = $1 order by created_at, id",
			[id],
		)
	).rows;

const purge = (now: Date, dryRun = false) =>
	purgeTrash({ database: world.database, now, dryRun, signal: new AbortController().signal });

describe("a token", () => {
	test("is a key of the location with what a location's key may hold, for a day, and one event names its maker", async () => {
		const { agency, location, maker, ask } = await scene({ allowedAddresses: ["203.0.113.0/24"] });

		const token = await ask();

		expect(await storedKey(world, token.id)).toMatchObject({
			level: "LOCATION",
			location_id: location.id,
			maker_key_id: maker.id,
			title: `Token of ${maker.title}`,
			role: "ADMIN",
			scopes: ["contacts.readonly", "contacts.write", "locations.readonly"],
			allowed_addresses: ["203.0.113.0/24"],
			expires_at: daysFrom(NOW, 1),
			created_by_name: maker.title,
		});
		expect(token.secret).toMatch(/^lk_loc_/);
		expect(await auditTrail(world, agency)).toMatchObject([
			{ action: "key.create", actorId: maker.id, subjectId: token.id, locationId: location.id },
		]);
	});

	test.each([
		["the key that asks", { expiresAt: minutesFrom(NOW, 30) }, null],
		["the older secret that is sent", {}, minutesFrom(NOW, 30)],
	])("goes on no longer than %s", async (_what, options, secretEndsAt) => {
		const { ask } = await scene(options);

		const token = await ask(NOW, secretEndsAt);

		expect(token.expiresAt).toEqual(minutesFrom(NOW, 30));
	});

	test("holds no more than the agency's policy leaves to location keys", async () => {
		const { agency, ask } = await scene();
		await makePolicy(world, agency, { locationScopes: ["contacts.readonly"] });

		expect((await ask()).scopes).toEqual(["contacts.readonly"]);
	});

	test("is made for no place that the key does not act on, and by no key that holds nothing for it", async () => {
		const { agency, location, maker } = await scene({ scopes: ["oauth.write"] });
		const other = await makeLocation(world, await makeAgency(world));
		const sibling = await makeLocation(world, agency);
		const ask = (holds: Parameters<typeof keyContext>[2], locationId: string) =>
			refusalOf(
				createLocationToken(keyContext(world, agency, { key: maker, ...holds }), {
					locationId,
					secretEndsAt: null,
				}),
			);

		const nothing = await ask({}, location.id);
		await world.owner.query("update api_keys set scopes = $2, scope_count = 2 where id = $1", [
			maker.id,
			["contacts.write", "oauth.write"],
		]);
		const elsewhere = [await ask({ locationIds: [location.id] }, sibling.id), await ask({}, other.id)];

		expect(nothing).toMatchObject({ code: "forbidden", fields: [{ field: "scope" }] });
		expect(elsewhere.map(({ code }) => code)).toEqual(["not_found", "not_found"]);
		expect(await tokensOf(maker)).toEqual([]);
	});

	test("is refused to people and to a location's key", async () => {
		const { agency, location, ctx } = await scene();
		const local = await makeKey(world, agency, { location });
		const asked = { locationId: location.id, secretEndsAt: null };
		const asLocal = keyContext(world, agency, { key: local, level: "LOCATION", locationId: location.id });

		const refusals = [ctx, asLocal].map((who) => refusalOf(createLocationToken(who, asked)));

		expect((await Promise.all(refusals)).map(({ code }) => code)).toEqual(["not_found", "forbidden"]);
	});

	test("is announced to nobody as a key that expires soon", async () => {
		const { ask } = await scene();
		const token = await ask();
		const { signal } = new AbortController();

		await sweepExpiry(world.database, NOW, { dryRun: false, signal });

		const { rows } = await world.owner.query("select from key_countdowns where key_id = $1", [token.id]);
		expect(rows).toEqual([]);
	});
});

type Change = (ctx: Context, maker: TestKey) => Promise<unknown>;

const versionOf = async ({ id }: TestKey) => (await storedKey(world, id)).version;
const edited =
	(fields: Partial<ReturnType<typeof keyFields>>): Change =>
	async (ctx, maker) =>
		editKey(ctx, {
			...keyFields(null, { title: maker.title, scopes: SCOPES, ...fields }),
			keyId: maker.id,
			version: await versionOf(maker),
		});

const ENDING: [string, Change][] = [
	["revoked", (ctx, { id }) => revokeKey(ctx, { keyId: id, reason: "Gone" })],
	["switched off", (ctx, { id }) => setKeyEnabled(ctx, { keyId: id, enabled: false })],
	["deleted", (ctx, { id, title }) => deleteKey(ctx, { keyId: id, typedTitle: title })],
	["replaced", (ctx, { id }) => replaceKey(ctx, { keyId: id, endsAt: minutesFrom(NOW, 5) })],
	["given a new secret at once", (ctx, { id }) => rotateKey(ctx, { keyId: id, overlapSeconds: 0 })],
	["left with fewer scopes", edited({ scopes: ["contacts.readonly", "oauth.write"] })],
	["made READONLY", edited({ role: "READONLY" })],
	["given an end", edited({ expiresAt: minutesFrom(NOW, 5) })],
	["given addresses", edited({ allowedAddresses: ["198.51.100.7"] })],
];

describe("when its maker is", () => {
	test.each(ENDING)("%s, every process refuses it once that is answered", async (_what, change) => {
		const { agency, maker, ctx, ask } = await scene();
		const [here, engine] = [await runningEngine(world.appUrl), await runningEngine(world.appUrl)];
		// The engine goes by the database's clock.
		const token = await ask(new Date());
		expect(await codeOf(engine, token)).toBe("VALID");

		const answer = await change({ ...ctx, database: here.database }, maker);

		expect(answer).toMatchObject({ propagation: { propagated: true } });
		expect(await codeOf(engine, token)).toBe("REVOKED");
		expect((await auditTrail(world, agency))[1]?.after).toMatchObject({ endedTokens: 1 });
	});

	test("restored or switched on again, it stays ended", async () => {
		const { maker, ctx, ask } = await scene();
		const token = await ask();

		await deleteKey(ctx, { keyId: maker.id, typedTitle: maker.title });
		await restoreKey(ctx, { keyId: maker.id });

		expect((await storedKey(world, token.id)).revoked_at).not.toBeNull();
	});

	test("ended while it lies in the trash, it does not come back either", async () => {
		const { maker, ctx, ask } = await scene();
		const token = await ask();
		await deleteKey(ctx, { keyId: token.id });

		await revokeKey(ctx, { keyId: maker.id, reason: "Gone" });
		await restoreKey(ctx, { keyId: token.id });

		expect((await storedKey(world, token.id)).revoked_at).not.toBeNull();
	});

	test("rotated with an overlap, it goes on until that is ended", async () => {
		const { maker, ctx, ask } = await scene();
		const token = await ask();

		await rotateKey(ctx, { keyId: maker.id, overlapSeconds: 3_600 });
		const during = (await storedKey(world, token.id)).revoked_at;
		await endKeyOverlap(ctx, { keyId: maker.id });

		expect(during).toBeNull();
		expect((await storedKey(world, token.id)).revoked_at).not.toBeNull();
	});

	test.each([
		["renamed", edited({ title: "Another title" })],
		["given one more scope", edited({ scopes: [...SCOPES, "links.write"] })],
	])("%s, it goes on", async (_what, change) => {
		const { maker, ctx, ask } = await scene();
		const token = await ask();

		await change(ctx, maker);

		expect((await storedKey(world, token.id)).revoked_at).toBeNull();
	});

	test("switched off with its creator, so are all the tokens of all their keys", async () => {
		const { agency, location, ctx } = await scene();
		await disableLeaverKeys(world, agency);
		const leaver = await makePerson(world);
		await world.owner.query("insert into agency_members values ($1, $2, 'MEMBER', now())", [
			agency.id,
			leaver.id,
		]);
		const makers = [1, 2].map(() => makeKey(world, agency, { scopes: SCOPES, createdBy: leaver }));
		for (const maker of await Promise.all(makers)) {
			const asking = keyContext(world, agency, { key: maker, scopes: SCOPES });
			await createLocationToken(asking, { locationId: location.id, secretEndsAt: null });
		}

		await removeFromAgency(ctx, { personId: leaver.id });

		const { rows } = await world.owner.query(
			"select revoked_at is not null as ended from api_keys where agency_id = $1 and maker_key_id is not null",
			[agency.id],
		);
		expect(rows).toEqual([{ ended: true }, { ended: true }]);
	});

	test("ended at the moment in which it is made, it is ended or never made", async () => {
		for (let round = 0; round < 10; round++) {
			const { maker, ctx, ask } = await scene();

			await Promise.allSettled([ask(), revokeKey(ctx, { keyId: maker.id, reason: "Gone" }), ask()]);

			const alive = (await tokensOf(maker)).filter((token) => token.revoked_at === null);
			expect(alive).toEqual([]);
		}
	});
});

describe("of many tokens", () => {
	test("the oldest makes room, also when they are asked for at once", async () => {
		const { agency, maker, ask } = await scene();
		const first = await ask();
		for (let made = 1; made < TOKENS_MAX; made++) await ask(minutesFrom(NOW, made));

		await Promise.all([20, 21, 22].map((minutes) => ask(minutesFrom(NOW, minutes))));

		const left = await tokensOf(maker);
		expect(left).toHaveLength(TOKENS_MAX);
		expect(left.map(({ id }) => id)).not.toContain(first.id);
		const purged = (await auditTrail(world, agency)).filter(({ action }) => action === "key.purge");
		expect(purged).toHaveLength(3);
		expect(purged[0]).toMatchObject({
			subjectId: first.id,
			actorId: maker.id,
			before: { makerKeyId: maker.id },
		});
	});

	test("those of yesterday are gone with the next one, or a day later by themselves", async () => {
		const { maker, ask } = await scene();
		await ask();
		await ask(minutesFrom(NOW, 1));

		await ask(daysFrom(minutesFrom(NOW, 2), 1));
		const afterNext = await tokensOf(maker);
		await purge(daysFrom(NOW, 2));
		const early = await tokensOf(maker);
		await purge(daysFrom(NOW, 4));

		expect([afterNext.length, early.length]).toEqual([1, 1]);
		expect(await tokensOf(maker)).toEqual([]);
	});

	test("a dry run counts and removes nothing, and other keys that expired stay", async () => {
		const { agency, maker, ask } = await scene();
		const expired = await makeKey(world, agency, { expiresAt: daysFrom(NOW, 1) });
		await ask();

		const { purged } = await purge(daysFrom(NOW, 4), true);
		await purge(daysFrom(NOW, 1));

		expect(purged).toBeGreaterThan(0);
		expect(await tokensOf(maker)).toHaveLength(1);
		expect(await storedKey(world, expired.id)).not.toBeNull();
	});
});
