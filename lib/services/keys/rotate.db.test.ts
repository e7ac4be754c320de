import { describe, expect, test } from "vitest";
import { keyRing } from "#lib/config/secrets.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { readSecrets } from "#lib/data/verify-lookup.ts";
import { notifyKeepers } from "#lib/services/notifications/notify.ts";
import { codeOf, testEngine } from "#lib/testing/engine.ts";
import {
	auditTrail,
	contextFor,
	makeAgency,
	makeKey,
	makeLocation,
	makeMember,
	makePerson,
	minutesFrom,
	NOW,
	storedKey,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { keyCases } from "#lib/testing/key-cases.ts";
import { makeOlderSecret, storedEnds, storedUses } from "#lib/testing/key-secrets.ts";
import { testWorld } from "#lib/testing/world.ts";
import { rotateKey } from "./rotate.ts";

const world = await testWorld();
const HOUR = 3_600;

/** An engine that remembers nothing. */
const isGood = async (secret: string) => (await codeOf(testEngine(world.database), { secret })) === "VALID";

async function ownerOfKey(now = new Date()) {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency);
	return { agency, key, ctx: contextFor(world, agency, { role: "OWNER", now }) };
}

describe("rotating a key", () => {
	keyCases(world, {
		action: "key.rotate",
		act: (ctx, key) => rotateKey(ctx, { keyId: key.id, version: 1, overlapSeconds: HOUR }),
		done: { secret_since: NOW },
	});
});

test("makes a new secret for the same key, and both are good for the overlap", async () => {
	const { key, ctx } = await ownerOfKey();

	const { id, secret } = await rotateKey(ctx, { keyId: key.id, version: 1, overlapSeconds: 7 * 24 * HOUR });

	expect(id).toBe(key.id);
	expect(secret).not.toBe(key.secret);
	expect([await isGood(secret), await isGood(key.secret)]).toEqual([true, true]);
	expect(await storedEnds(world, key)).toEqual([minutesFrom(ctx.now, 7 * 24 * 60), null]);
	const stored = await storedKey(world, key.id);
	expect(secret.startsWith(stored.secret_prefix)).toBe(true);
	expect(secret.slice(-10, -6)).toBe(stored.secret_last_four);
});

test("without an overlap nothing is left of the secret before", async () => {
	const { key, ctx } = await ownerOfKey();

	const { secret } = await rotateKey(ctx, { keyId: key.id, version: 1, overlapSeconds: 0 });

	expect([await isGood(secret), await isGood(key.secret)]).toEqual([true, false]);
	expect(await storedEnds(world, key)).toEqual([null]);
});

test("during an overlap ends the older secret at once, and forgets who sent it", async () => {
	const { key, ctx } = await ownerOfKey();
	const { id, secret: oldest } = await makeOlderSecret(world, key, minutesFrom(ctx.now, 60));
	await world.owner.query("insert into key_secret_uses values ($1, $2, '203.0.113.7', $3, 1, now(), '')", [
		key.agencyId,
		id,
		key.id,
	]);
	expect(await isGood(oldest)).toBe(true);

	const { secret } = await rotateKey(ctx, { keyId: key.id, version: 1, overlapSeconds: HOUR });

	expect([await isGood(oldest), await isGood(key.secret), await isGood(secret)]).toEqual([false, true, true]);
	expect(await storedUses(world, key)).toEqual([]);
});

// The database decides when a secret is over, so its clock decides how long an hour is from now.
test("the overlap is no longer by the database's clock than was asked for", async () => {
	const { key, ctx } = await ownerOfKey(new Date(Date.now() + 120_000));

	await rotateKey(ctx, { keyId: key.id, version: 1, overlapSeconds: HOUR });

	const [endsAt] = await storedEnds(world, key);
	expect(endsAt?.getTime()).toBeLessThanOrEqual(Date.now() + HOUR * 1_000);
});

// On a busy machine some of them get no connection in time: they are told that nothing was changed, and nothing is.
test("of fifty at once one is done, and the secret that all of them saw goes on for the overlap", async () => {
	const { agency, key, ctx } = await ownerOfKey();

	const outcomes = await Promise.allSettled(
		Array.from({ length: 50 }, () => rotateKey(ctx, { keyId: key.id, version: 1, overlapSeconds: HOUR })),
	);

	const made = outcomes.filter((outcome) => outcome.status === "fulfilled").map(({ value }) => value.secret);
	const refused = outcomes.filter((outcome) => outcome.status === "rejected");
	const codes = new Set(refused.map(({ reason }) => reason.code));
	expect([made.length, codes.has("conflict")]).toEqual([1, true]);
	expect([...codes].filter((code) => code !== "conflict" && code !== "unavailable")).toEqual([]);
	expect(await Promise.all([key.secret, ...made].map(isGood))).toEqual([true, true]);
	expect((await storedEnds(world, key)).map((end) => end === null)).toEqual([false, true]);
	expect(await storedKey(world, key.id)).toMatchObject({ version: 2 });
	expect(await auditTrail(world, agency)).toHaveLength(1);
});

test("fifty by five people who each know of the one before leave the current secret and one more", async () => {
	const { agency, key, ctx } = await ownerOfKey();
	const made: string[] = [];
	const rotateTenTimes = async () => {
		for (let done = 0; done < 10; ) {
			const { version } = await storedKey(world, key.id);
			const rotation = rotateKey(ctx, { keyId: key.id, version, overlapSeconds: HOUR });
			const outcome = await rotation.catch((error) => error.code);
			if (outcome === "conflict") continue;
			made.push(outcome.secret);
			done++;
		}
	};

	await Promise.all(Array.from({ length: 5 }, rotateTenTimes));

	const digests = made.map((secret) => digestKey(secret, keyRing("key-pepper")[0]));
	expect(new Set(made).size).toBe(50);
	expect(await readSecrets(world.database, digests)).toHaveLength(2);
	expect(await storedKey(world, key.id)).toMatchObject({ version: 51 });
	expect((await storedEnds(world, key)).map((end) => end === null)).toEqual([false, true]);
	expect(await auditTrail(world, agency)).toHaveLength(50);
});

test("a revoked key gets no new secret", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { revoked: true });
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const refusal = await refusalOf(rotateKey(ctx, { keyId: key.id, version: 1, overlapSeconds: 0 }));

	expect(refusal.code).toBe("conflict");
	expect(await storedKey(world, key.id)).toMatchObject({ version: 1 });
	expect(await auditTrail(world, agency)).toEqual([]);
});

test("for a powerful key it is asked who it is first, and nothing changes until that is proved", async () => {
	const { agency, key, ctx } = await ownerOfKey();
	const doubted = { ...ctx, steppedUp: false };

	const refusal = await refusalOf(rotateKey(doubted, { keyId: key.id, version: 1, overlapSeconds: 0 }));

	expect(refusal.code).toBe("step_up_required");
	expect(await isGood(key.secret)).toBe(true);
	const modest = await makeKey(world, agency, { role: "READONLY" });
	const local = await makeKey(world, agency, { location: await makeLocation(world, agency) });
	for (const { id: keyId } of [modest, local])
		await rotateKey(doubted, { keyId, version: 1, overlapSeconds: 0 });
});

test("the audit event tells when, and nothing of any secret", async () => {
	const { agency, key, ctx } = await ownerOfKey();

	const { secret } = await rotateKey(ctx, { keyId: key.id, version: 1, overlapSeconds: HOUR });

	const [event] = await auditTrail(world, agency);
	expect(event).toMatchObject({
		before: { secretSince: NOW.toISOString() },
		after: {
			secretSince: ctx.now.toISOString(),
			olderSecretEndsAt: minutesFrom(ctx.now, 60).toISOString(),
		},
	});
	const { rows } = await world.owner.query("select e::text from audit_events e where agency_id = $1", [
		agency.id,
	]);
	for (const text of [secret, key.secret]) expect(JSON.stringify(rows)).not.toContain(text.slice(8, 30));
});

test("takes the reminder back that the secret is old", async () => {
	const { agency, key, ctx } = await ownerOfKey();
	await makeMember(world, agency, await makePerson(world), "OWNER");
	const about = { id: key.id, locationId: null };
	const detail = { title: key.title, secretSince: NOW.toISOString(), everyDays: 30 };
	await transactAs(world.database, { agencyId: agency.id }, (tx) =>
		notifyKeepers(tx, ctx, { kind: "key.rotation_due", occasion: "1", key: about, detail }),
	);

	await rotateKey(ctx, { keyId: key.id, version: 1, overlapSeconds: 0 });

	const { rows } = await world.owner.query(
		"select withdrawn_at is not null as gone from notifications where key_id = $1",
		[key.id],
	);
	expect(rows).toEqual([{ gone: true }]);
});
