import { describe, expect, test } from "vitest";
import { testEngine, verifyCall } from "#lib/testing/engine.ts";
import { makeAgency, makeKey, minutesFrom, NOW, type TestKey } from "#lib/testing/factories.ts";
import { knownKey } from "#lib/testing/secret-row.ts";
import { testWorld, unreachableDatabase } from "#lib/testing/world.ts";
import type { MeteredVerdict } from "./key-meter.ts";
import { UsageBuffer } from "./usage-buffer.ts";
import { verifyKey } from "./verify-key.ts";

const world = await testWorld();
const unreachable = unreachableDatabase();

type Use = { verdict: MeteredVerdict; at: Date; address: string | null; client: string };

/** The meters of a process. `use` counts a use of a key, good and now unless the changes say otherwise. */
function buffer(parts: Partial<ConstructorParameters<typeof UsageBuffer>[0]> = {}) {
	const usage = new UsageBuffer({
		database: world.database,
		onError(error) {
			throw error;
		},
		...parts,
	});
	const known = new Map<string, ReturnType<typeof knownKey>>();
	const use = (key: TestKey, changes: Partial<Use> = {}) => {
		const { verdict = "VALID", at = NOW, address = "203.0.113.7", client = "test/1.0" } = changes;
		const present = known.get(key.id) ?? knownKey({ agency_id: key.agencyId, key_id: key.id });
		known.set(key.id, present);
		usage.note(present, verdict, at.getTime(), address, client);
	};
	return { use, flush: () => usage.flush(), stop: () => usage.stop() };
}

const newKey = async () => makeKey(world, await makeAgency(world));

const counts = async (key: TestKey) =>
	(
		await world.owner.query(
			"select hour, verdict::text, uses::int from key_usage_hours where key_id = $1 order by hour, verdict::text desc",
			[key.id],
		)
	).rows;
const lastUse = async (key: TestKey) =>
	(
		await world.owner.query(
			"select last_used_at as at, address, client from key_last_uses where key_id = $1",
			[key.id],
		)
	).rows[0];
const addresses = async (key: TestKey) =>
	(
		await world.owner.query(
			"select address, first_seen_at as first, last_seen_at as last from key_addresses where key_id = $1 order by 1",
			[key.id],
		)
	).rows;

describe("uses", () => {
	test("are counted by hour and verdict once they are flushed, and not before", async () => {
		const [key, usage] = [await newKey(), buffer()];
		usage.use(key);
		usage.use(key, { at: minutesFrom(NOW, 59.9) });
		usage.use(key, { at: minutesFrom(NOW, 60) });
		usage.use(key, { verdict: "RATE_LIMITED" });
		expect(await counts(key)).toEqual([]);

		await usage.flush();

		expect(await counts(key)).toEqual([
			{ hour: NOW, verdict: "VALID", uses: 2 },
			{ hour: NOW, verdict: "RATE_LIMITED", uses: 1 },
			{ hour: minutesFrom(NOW, 60), verdict: "VALID", uses: 1 },
		]);
	});

	test("of later flushes, and of other processes, add up", async () => {
		const key = await newKey();
		const processes = [buffer(), buffer(), buffer()];
		for (const usage of processes) for (let i = 0; i < 100; i++) usage.use(key);

		await Promise.all(processes.map((usage) => usage.flush()));
		await Promise.all(processes.map((usage) => usage.flush()));

		expect(await counts(key)).toEqual([{ hour: NOW, verdict: "VALID", uses: 300 }]);
	});

	test("noted while a flush is on its way are neither lost nor counted twice", async () => {
		const [key, usage] = [await newKey(), buffer()];
		usage.use(key);
		const first = usage.flush();
		usage.use(key);
		await first;

		await usage.stop();

		expect(await counts(key)).toEqual([{ hour: NOW, verdict: "VALID", uses: 2 }]);
	});

	test("of a key that has gone meanwhile do not keep the others from being written", async () => {
		const [gone, key, usage] = [await newKey(), await newKey(), buffer()];
		usage.use(gone);
		usage.use(key);
		await world.owner.query("delete from api_keys where id = $1", [gone.id]);

		await usage.flush();

		expect(await counts(key)).toHaveLength(1);
		expect(await counts(gone)).toEqual([]);
	});
});

describe("last used", () => {
	test("is the newest good use, with its address and client", async () => {
		const [key, usage] = [await newKey(), buffer()];
		usage.use(key, { at: minutesFrom(NOW, 5), address: "2001:db8::1", client: "newest" });
		usage.use(key, { at: NOW, client: "older" });
		usage.use(key, { at: minutesFrom(NOW, 9), verdict: "DISABLED" });

		await usage.flush();

		expect(await lastUse(key)).toEqual({
			at: minutesFrom(NOW, 5),
			address: "2001:db8::1",
			client: "newest",
		});
	});

	test("never moves backwards, in whatever order the flushes come", async () => {
		const key = await newKey();
		for (const [minutes, client] of [
			[5, "newest"],
			[0, "late news"],
		] as const) {
			const usage = buffer();
			usage.use(key, { at: minutesFrom(NOW, minutes), client });
			await usage.flush();
		}

		expect(await lastUse(key)).toMatchObject({ at: minutesFrom(NOW, 5), client: "newest" });
		expect(await addresses(key)).toMatchObject([{ last: minutesFrom(NOW, 5) }]);
	});

	test("remembers each address with the first and the last time", async () => {
		const [key, usage] = [await newKey(), buffer()];
		for (const [minutes, address] of [
			[1, "203.0.113.1"],
			[2, "203.0.113.2"],
			[3, "203.0.113.1"],
		] as const) {
			usage.use(key, { at: minutesFrom(NOW, minutes), address });
		}

		await usage.flush();

		expect(await addresses(key)).toEqual([
			{ address: "203.0.113.1", first: minutesFrom(NOW, 1), last: minutesFrom(NOW, 3) },
			{ address: "203.0.113.2", first: minutesFrom(NOW, 2), last: minutesFrom(NOW, 2) },
		]);
	});

	test("is noted also when nobody knows the address", async () => {
		const [key, usage] = [await newKey(), buffer()];
		usage.use(key, { address: null });

		await usage.flush();

		expect(await lastUse(key)).toMatchObject({ at: NOW, address: null });
		expect(await addresses(key)).toEqual([]);
	});

	test("is noted also when the addresses are more than are kept, its own or those of other keys", async () => {
		const [many, one, usage] = [await newKey(), await newKey(), buffer()];
		for (let host = 0; host < 200; host++) {
			for (let flooder = 0; flooder < 210; flooder++) {
				const id = `00000000-0000-4000-8000-${String(flooder).padStart(12, "0")}`;
				usage.use({ ...many, id }, { address: `2001:db8::${host.toString(16)}` });
			}
			usage.use(many, { at: new Date(NOW.getTime() + host), address: `2001:db8::${host.toString(16)}` });
		}
		usage.use(one, { at: minutesFrom(NOW, 7), client: "the only use" });

		await usage.flush();

		expect(await lastUse(many)).toMatchObject({ at: new Date(NOW.getTime() + 199), address: null });
		expect(await lastUse(one)).toEqual({ at: minutesFrom(NOW, 7), address: null, client: "the only use" });
	});
});

// A write-back of the row would undo a switch-off that happened meanwhile.
test("uses leave the key's own row untouched", async () => {
	const key = await newKey();
	const engine = testEngine(world.database);
	const row = async () =>
		(await world.owner.query("select xmin::text, ctid::text, k.* from api_keys k where id = $1", [key.id]))
			.rows[0];
	const before = await row();

	await Promise.all(Array.from({ length: 20 }, () => verifyKey(engine, verifyCall(key.secret))));
	await engine.usage.flush();

	expect(await row()).toEqual(before);
	expect(await counts(key)).toMatchObject([{ verdict: "VALID", uses: 20 }]);
});

describe("a verification", () => {
	test("is counted with its verdict, but one that found nothing is not", async () => {
		const agency = await makeAgency(world);
		const key = await makeKey(world, agency, { disabled: true });
		const gone = await makeKey(world, agency, { deletedAt: NOW });
		const engine = testEngine(world.database);

		await verifyKey(engine, verifyCall(key.secret));
		await verifyKey(engine, verifyCall(gone.secret));
		await engine.usage.flush();

		expect(await counts(key)).toMatchObject([{ verdict: "DISABLED", uses: 1 }]);
		expect(await counts(gone)).toEqual([]);
		expect((await lastUse(key)).at).toBeNull();
		expect(engine.errors).toEqual([]);
	});
});

describe("a batch that the database does not take", () => {
	test("is kept, with what came meanwhile, and written when it takes it again", async () => {
		const key = await newKey();
		const errors: unknown[] = [];
		const broken = { ...world.database };
		const usage = buffer({ database: broken, onError: (error) => errors.push(error) });
		broken.quotaPool = unreachable.quotaPool;
		usage.use(key);
		await usage.flush();
		usage.use(key, { at: minutesFrom(NOW, 1) });
		await usage.flush();
		expect(errors).toHaveLength(2);

		broken.quotaPool = world.database.quotaPool;
		await usage.flush();

		expect(await counts(key)).toEqual([{ hour: NOW, verdict: "VALID", uses: 2 }]);
		expect((await lastUse(key)).at).toEqual(minutesFrom(NOW, 1));
		await usage.flush();
		expect(await counts(key)).toMatchObject([{ uses: 2 }]);
	});
});
