import { describe, expect, test } from "vitest";
import type { PersonRole } from "#lib/core/permissions.ts";
import { codeOf, testEngine } from "#lib/testing/engine.ts";
import {
	auditTrail,
	contextFor,
	type KeyOptions,
	keyFields,
	makeAgency,
	makeKey,
	makeLocation,
	minutesFrom,
	storedKey,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createKey } from "./create.ts";
import { replaceKey } from "./replace.ts";

const world = await testWorld();

async function arrange(options: KeyOptions = {}, role: PersonRole = "OWNER") {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const key = await makeKey(world, agency, { location, title: "Website", ...options });
	const ctx = contextFor(world, agency, { role, location, now: new Date() });
	return { agency, location, key, ctx };
}

/** An engine that remembers nothing. */
const verdictOn = (secret: string) => codeOf(testEngine(world.database), { secret });

test("the new key says what the old one said, and two audit events tell of both", async () => {
	const { agency, ctx, location } = await arrange();
	const said = {
		title: "Mailer",
		description: "Sends letters",
		scopes: ["contacts.write" as const],
		allowedAddresses: ["203.0.113.0/24"],
		rateLimit: { max: 5, seconds: 60 as const },
		credits: 7,
		refill: { amount: 9, every: "DAY" as const },
		externalId: "user_1",
		meta: { plan: "pro" },
	};
	const made = await createKey(ctx, { ...keyFields(location), ...said });
	const before = await storedKey(world, made.key.id);

	const { id, secret } = await replaceKey(ctx, { keyId: made.key.id, endsAt: minutesFrom(ctx.now, 60) });

	const [old, after] = [await storedKey(world, made.key.id), await storedKey(world, id)];
	const own = ["id", "secret_last_four", "secret_since", "idle_from", "created_at", "updated_at"];
	for (const name of Object.keys(before).filter((column) => !own.includes(column))) {
		expect([name, after[name]]).toEqual([name, before[name]]);
	}
	expect(old).toMatchObject({ title: "Mailer (2)", expires_at: minutesFrom(ctx.now, 60) });
	expect([await verdictOn(secret), await verdictOn(made.secret)]).toEqual(["VALID", "VALID"]);
	expect((await auditTrail(world, agency)).slice(1)).toMatchObject([
		{ action: "key.edit", subjectId: made.key.id },
		{ action: "key.create", subjectId: id },
	]);
});

test("an end of now ends the old key at once", async () => {
	const { key, ctx } = await arrange();

	await replaceKey(ctx, { keyId: key.id, endsAt: ctx.now });

	expect(await verdictOn(key.secret)).toBe("EXPIRED");
});

test("a key that ends sooner keeps its end", async () => {
	const soon = minutesFrom(new Date(), 5);
	const { key, ctx } = await arrange({ expiresAt: soon });

	await replaceKey(ctx, { keyId: key.id, endsAt: minutesFrom(ctx.now, 60) });

	expect(await storedKey(world, key.id)).toMatchObject({ expires_at: soon });
});

test("a key that was switched off is replaced by one that is off", async () => {
	const { key, ctx } = await arrange({ disabled: true });

	const { id } = await replaceKey(ctx, { keyId: key.id, endsAt: ctx.now });

	expect(await storedKey(world, id)).toMatchObject({ enabled: false });
});

test("of two replacements at once each makes a key of its own", async () => {
	const { agency, key, ctx } = await arrange();

	const made = await Promise.all(
		[1, 2].map(() => replaceKey(ctx, { keyId: key.id, endsAt: minutesFrom(ctx.now, 60) })),
	).catch((error: unknown) => error);

	const { rows } = await world.owner.query("select title from api_keys where agency_id = $1", [agency.id]);
	const titles = rows.map(({ title }) => title);
	expect(new Set(titles).size).toBe(titles.length);
	expect(made).toHaveLength(2);
	expect(titles).toHaveLength(3);
});

describe("is refused, and nothing is changed or recorded", () => {
	test.each([
		["VIEWER", "forbidden"],
		["MEMBER", "forbidden"],
	] as [PersonRole, string][])("for a %s", async (role, code) => {
		const { agency, key, ctx } = await arrange({}, role);
		const before = await storedKey(world, key.id);

		const refusal = await refusalOf(replaceKey(ctx, { keyId: key.id, endsAt: ctx.now }));

		expect(refusal.code).toBe(code);
		expect(await storedKey(world, key.id)).toEqual(before);
		expect(await auditTrail(world, agency)).toEqual([]);
	});

	test("for a neighbour, as for a key that never was", async () => {
		const [own, other] = [await arrange(), await arrange()];
		const before = await storedKey(world, other.key.id);

		const refusal = await refusalOf(replaceKey(own.ctx, { keyId: other.key.id, endsAt: own.ctx.now }));

		expect(refusal.code).toBe("not_found");
		expect(await storedKey(world, other.key.id)).toEqual(before);
	});

	test("for a revoked key", async () => {
		const { agency, key, ctx } = await arrange({ revoked: true });

		const refusal = await refusalOf(replaceKey(ctx, { keyId: key.id, endsAt: ctx.now }));

		expect(refusal.code).toBe("conflict");
		expect(await auditTrail(world, agency)).toEqual([]);
	});
});
