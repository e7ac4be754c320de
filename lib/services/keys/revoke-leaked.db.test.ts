import { expect, test, vi } from "vitest";
import { keyRing } from "#lib/config/secrets.ts";
import { newId } from "#lib/core/ids.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { generateSecret } from "#lib/core/keys/format.ts";
import { revokeLeaked as handler } from "#lib/jobs/handlers/revoke-leaked.ts";
import { codeOf, runningEngine } from "#lib/testing/engine.ts";
import {
	auditTrail,
	contextFor,
	daysFrom,
	type KeyOptions,
	makeAgency,
	makeKey,
	makeLocation,
	makeMember,
	makePerson,
	NOW,
	storedKey,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld, type World } from "#lib/testing/world.ts";
import { restoreKey } from "./restore.ts";
import { revokeLeaked } from "./revoke-leaked.ts";

const world = await testWorld();

const digest = (text: string) => digestKey(text, keyRing("key-pepper")[0]);
const job = { database: world.database, now: NOW, dryRun: false, signal: new AbortController().signal };
const find = (...texts: string[]) =>
	revokeLeaked(job, { digests: texts.map(digest), note: "In a README", url: "https://git.example.test/" });

async function told({ owner }: World, keyId: string) {
	const { rows } = await owner.query<{ user_id: string; kind: string; detail: object }>(
		"select user_id, kind, detail from notifications where key_id = $1 and withdrawn_at is null order by user_id",
		[keyId],
	);
	return rows;
}

test("a key found in public is revoked as compromised, and those who manage it are told", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const people = [];
	for (const role of ["OWNER", "MANAGER", "VIEWER", "MEMBER"] as const) {
		people.push(await makeMember(world, agency, await makePerson(world), role, location));
	}
	const key = await makeKey(world, agency, { location, title: "Website" });

	expect(await find(key.secret)).toEqual({ revoked: 1, failed: 0 });

	expect(await storedKey(world, key.id)).toMatchObject({
		revoked_at: NOW,
		revoked_reason: "Found in public",
		compromised: true,
		version: 2,
	});
	expect(await auditTrail(world, agency)).toMatchObject([
		{
			action: "key.revoke",
			actorId: null,
			subjectId: key.id,
			locationId: location.id,
			before: { compromised: false },
			after: { compromised: true, reportNote: "In a README", reportUrl: "https://git.example.test/" },
		},
	]);
	const [owner, manager] = people;
	expect(await told(world, key.id)).toEqual(
		[owner, manager]
			.map((person) => ({ user_id: person?.id, kind: "key.leaked", detail: { title: "Website" } }))
			.sort((a, b) => String(a.user_id).localeCompare(String(b.user_id))),
	);
});

test.each([
	["switched off", { disabled: true }, NOW],
	["expired", { expiresAt: daysFrom(NOW, -1) }, NOW],
	["in the trash", { deletedAt: daysFrom(NOW, -1) }, NOW],
	["replaced by a newer secret", { secretEndsAt: daysFrom(new Date(), 1) }, NOW],
] as [string, KeyOptions, Date][])("also one that is %s", async (_state, options, revokedAt) => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, options);

	expect(await find(key.secret)).toEqual({ revoked: 1, failed: 0 });

	expect(await storedKey(world, key.id)).toMatchObject({ compromised: true, revoked_at: revokedAt });
});

test("a secret that was rotated away, and works no more, ends nothing", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { secretEndsAt: daysFrom(new Date(), -1) });

	expect(await find(key.secret)).toEqual({ revoked: 0, failed: 0 });

	expect(await storedKey(world, key.id)).toMatchObject({ compromised: false, revoked_at: null });
	expect(await auditTrail(world, agency)).toEqual([]);
});

test("a process that ends stops between two keys, and the report is tried again", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency);
	const payload = { digests: [digest(key.secret).toString("base64url")], note: "", url: null };

	await expect(handler({ ...job, signal: AbortSignal.abort() }, payload)).rejects.toThrow("aborted");

	expect(await storedKey(world, key.id)).toMatchObject({ compromised: false });
});

test("a key that was revoked before becomes compromised too, and keeps its own reason", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { revoked: true });

	await revokeLeaked(
		{ ...job, now: daysFrom(NOW, 1) },
		{ digests: [digest(key.secret)], note: "", url: null },
	);

	expect(await storedKey(world, key.id)).toMatchObject({
		revoked_at: NOW,
		revoked_reason: "Not needed",
		compromised: true,
	});
});

test("what was found in the trash cannot be restored any more", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { deletedAt: daysFrom(NOW, -1) });

	await find(key.secret);
	const refusal = await refusalOf(
		restoreKey(contextFor(world, agency, { role: "OWNER" }), { keyId: key.id }),
	);

	expect(refusal.code).toBe("conflict");
});

test("keys of several agencies are revoked each in its own, and nobody's else", async () => {
	const agencies = [await makeAgency(world), await makeAgency(world)];
	const keys = await Promise.all(agencies.map((agency) => makeKey(world, agency)));
	const other = await makeKey(world, agencies[0] ?? { id: newId() });

	await find(...keys.map(({ secret }) => secret), generateSecret("AGENCY").plaintext);

	for (const key of keys) expect(await storedKey(world, key.id)).toMatchObject({ compromised: true });
	for (const agency of agencies) expect(await auditTrail(world, agency)).toHaveLength(1);
	expect(await storedKey(world, other.id)).toMatchObject({
		compromised: false,
		revoked_at: null,
		version: 1,
	});
});

test("the same report again, or twice at once, changes, records and tells nothing more", async () => {
	const agency = await makeAgency(world);
	await makeMember(world, agency, await makePerson(world), "OWNER");
	const key = await makeKey(world, agency);

	const both = await Promise.all([find(key.secret), find(key.secret)]);
	const again = await find(key.secret);

	expect(both.map(({ revoked }) => revoked).sort()).toEqual([0, 1]);
	expect(again).toEqual({ revoked: 0, failed: 0 });
	expect(await auditTrail(world, agency)).toHaveLength(1);
	expect(await told(world, key.id)).toHaveLength(1);
	expect(await storedKey(world, key.id)).toMatchObject({ version: 2 });
});

test("a key that cannot be revoked stops no other, and the report is tried again", async () => {
	const agency = await makeAgency(world);
	const [bad, good] = [await makeKey(world, agency), await makeKey(world, agency)];
	const payload = {
		digests: [bad, good].map(({ secret }) => digest(secret).toString("base64url")),
		note: "",
		url: null,
	};
	await world.owner.query(
		`alter table api_keys add constraint no_bad check (id <> '${bad.id}' or not compromised)`,
	);

	await expect(handler(job, payload)).rejects.toThrow(
		"not every key found in public could be revoked: 1 left",
	);
	expect(await storedKey(world, good.id)).toMatchObject({ compromised: true });
	await world.owner.query("alter table api_keys drop constraint no_bad");
	const outcome = await handler(job, payload);

	expect(outcome).toBe("1 key revoked as found in public");
	expect(await storedKey(world, bad.id)).toMatchObject({ compromised: true });
	expect(await auditTrail(world, agency)).toHaveLength(2);
});

test("a dry run revokes nothing", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency);
	const payload = { digests: [digest(key.secret).toString("base64url")], note: "", url: null };

	expect(await handler({ ...job, dryRun: true }, payload)).toBe("1 key would be revoked as found in public");

	expect(await storedKey(world, key.id)).toMatchObject({ revoked_at: null });
});

test("a process that knew the key refuses it moments later", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency);
	const engine = await runningEngine(world.appUrl);
	expect(await codeOf(engine, key)).toBe("VALID");

	await find(key.secret);

	await vi.waitFor(async () => expect(await codeOf(engine, key)).toBe("REVOKED"), { timeout: 5_000 });
});
