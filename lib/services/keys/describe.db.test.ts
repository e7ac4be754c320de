import { describe, expect, test } from "vitest";
import {
	contextFor,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	minutesFrom,
	NOW,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { makeOlderSecret } from "#lib/testing/key-secrets.ts";
import { testWorld } from "#lib/testing/world.ts";
import { describeKey } from "./describe.ts";

const world = await testWorld();

test("a key is told as the list tells it, with its secret's age", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { title: "Website", lastUsedAt: minutesFrom(NOW, -4) });
	await makeKey(world, agency, { title: "Another" });

	const told = await describeKey(contextFor(world, agency, { role: "MEMBER" }), {
		keyId: key.id,
		placeId: null,
	});

	expect(told).toMatchObject({
		key: { id: key.id, title: "Website", status: "Active", lastUsedAt: minutesFrom(NOW, -4).toISOString() },
		secret: { since: NOW.toISOString(), rotateEveryDays: null, older: null },
	});
	expect(JSON.stringify(told)).not.toContain(key.secret);
});

test("of an older secret is told until when it counts and who sent it, the last one first", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency);
	const older = await makeOlderSecret(world, key, minutesFrom(NOW, 60));
	await world.owner.query(
		`insert into key_secret_uses select agency_id, $2::uuid, 'a', id, 3, $3::timestamptz, 'a/1' from api_keys where id = $1
			union all select agency_id, $2::uuid, '', id, 4, $4::timestamptz, '' from api_keys where id = $1`,
		[key.id, older.id, minutesFrom(NOW, -9), minutesFrom(NOW, -1)],
	);

	const { secret } = await describeKey(contextFor(world, agency, { role: "OWNER" }), {
		keyId: key.id,
		placeId: null,
	});

	expect(secret.older).toEqual({
		endsAt: minutesFrom(NOW, 60).toISOString(),
		lastEnd: daysFrom(NOW, 30).toISOString(),
		isOver: false,
		uses: 7,
		addresses: 2,
		senders: [
			{ id: "", address: "", client: "", uses: 4, lastUsedAt: minutesFrom(NOW, -1).toISOString() },
			{ id: "a", address: "a", client: "a/1", uses: 3, lastUsedAt: minutesFrom(NOW, -9).toISOString() },
		],
	});
});

describe("a key that the reader may not see, that is elsewhere, or deleted", () => {
	test("is the key that never was", async () => {
		const agency = await makeAgency(world);
		const [here, there] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		const key = await makeKey(world, agency, { location: here });
		const wide = await makeKey(world, agency);
		const gone = await makeKey(world, agency, { location: here, deletedAt: NOW });
		const owner = contextFor(world, agency, { role: "OWNER" });
		const ask = async (ctx: typeof owner, keyId: string, placeId: string | null) =>
			(await refusalOf(describeKey(ctx, { keyId, placeId }))).code;

		const codes = [
			await ask(owner, key.id, there.id),
			await ask(owner, wide.id, here.id),
			await ask(owner, gone.id, here.id),
			await ask(contextFor(world, agency, { role: "VIEWER", location: there }), key.id, here.id),
			await ask(contextFor(world, await makeAgency(world), { role: "OWNER" }), key.id, null),
		];

		expect(new Set(codes)).toEqual(new Set(["not_found"]));
	});
});
