import { randomInt } from "node:crypto";
import { describe, expect, test } from "vitest";
import { keyRing } from "#lib/config/secrets.ts";
import { seal } from "#lib/core/envelope.ts";
import { newId } from "#lib/core/ids.ts";
import { auditTrail, contextFor, makeAgency, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { makeSharedSecret, storedSecrets } from "#lib/testing/shared-secrets.ts";
import { testWorld } from "#lib/testing/world.ts";
import { describeSharedSecret } from "./describe.ts";
import { revealSharedSecret } from "./reveal.ts";
import { rotateSharedSecret } from "./rotate.ts";

const world = await testWorld();
const BITS_TRIED = 80;

fourCases({
	world,
	places: ["agency"],
	permission: () => "shared_secret.use",
	knows: () => null,
	action: "shared_secret.reveal",
	arrange: ({ agency }) => makeSharedSecret(world, agency),
	act: revealSharedSecret,
	observe: ({ agency }) => storedSecrets(world, agency),
	done: [{ version: 1 }],
});

const ownerOf = (agency: { id: string }) => contextFor(world, agency, { role: "OWNER" });

test("both versions of an overlap can be shown, each with its own text", async () => {
	const agency = await makeAgency(world);
	const before = await makeSharedSecret(world, agency, { endsAt: minutesFrom(NOW, 60) });
	const current = await makeSharedSecret(world, agency, { version: 2 });

	for (const secret of [before, current]) {
		expect(await revealSharedSecret(ownerOf(agency), secret)).toMatchObject({ text: secret.text });
	}
});

test("another agency's secret, one that ended and one that never was get the same answer", async () => {
	const agency = await makeAgency(world);
	const ended = await makeSharedSecret(world, agency, { endsAt: NOW });
	const foreign = await makeSharedSecret(world, await makeAgency(world));
	const refusals = [];

	for (const { id } of [ended, foreign, { id: newId() }]) {
		refusals.push(await refusalOf(revealSharedSecret(ownerOf(agency), { id })));
	}

	expect(refusals[0]?.code).toBe("not_found");
	expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
	expect(await auditTrail(world, agency)).toEqual([]);
});

test("no column, no audit row and no description holds the text", async () => {
	const agency = await makeAgency(world);
	const { id, text } = await makeSharedSecret(world, agency);
	await revealSharedSecret(ownerOf(agency), { id });

	const stored = await storedSecrets(world, agency);
	const said = [await auditTrail(world, agency), await describeSharedSecret(ownerOf(agency)), stored];

	expect(JSON.stringify(said)).not.toContain("whsec_");
	expect(stored[0]?.sealed.includes(text.slice("whsec_".length))).toBe(false);
	expect(stored[0]?.sealed.includes(Buffer.from(text.slice("whsec_".length), "base64"))).toBe(false);
});

test("it is asked who it is first", async () => {
	const agency = await makeAgency(world);
	const secret = await makeSharedSecret(world, agency);

	const refusal = await refusalOf(revealSharedSecret({ ...ownerOf(agency), steppedUp: false }, secret));

	expect(refusal.code).toBe("step_up_required");
	expect(await auditTrail(world, agency)).toEqual([]);
});

describe("what was tampered with in the database", () => {
	const put = (id: string, sealed: Buffer) =>
		world.owner.query("update shared_secrets set sealed = $2 where id = $1", [id, sealed]);

	/** What its owner reads, and that they can help themselves and nobody else notices. */
	async function expectDamaged(agency: { id: string }, secret: { id: string; version: number }) {
		const neighbour = await makeAgency(world);
		const theirs = await makeSharedSecret(world, neighbour);

		const refusal = await refusalOf(revealSharedSecret(ownerOf(agency), secret));

		expect(refusal).toMatchObject({
			code: "conflict",
			detail: expect.stringContaining(`Version ${secret.version} cannot be read on this server`),
		});
		expect(refusal.detail).not.toContain("whsec_");
		expect((await describeSharedSecret(ownerOf(agency))).versions).not.toEqual([]);
		expect((await revealSharedSecret(ownerOf(neighbour), theirs)).text).toBe(theirs.text);
		const { id } = await rotateSharedSecret(ownerOf(agency), { version: secret.version, overlapSeconds: 0 });
		expect((await revealSharedSecret(ownerOf(agency), { id })).text).toMatch(/^whsec_/);
	}

	test("does not open after any bit is flipped", async () => {
		const agency = await makeAgency(world);
		const secret = await makeSharedSecret(world, agency);
		const [{ sealed = Buffer.alloc(0) } = {}] = await storedSecrets(world, agency);

		for (let flip = 0; flip < BITS_TRIED; flip++) {
			const damaged = Buffer.from(sealed);
			const [place, bit] = [randomInt(sealed.length), randomInt(8)];
			damaged[place] = (damaged[place] ?? 0) ^ (1 << bit);
			await put(secret.id, damaged);
			const refusal = await refusalOf(revealSharedSecret(ownerOf(agency), secret));
			expect(refusal.code, `byte ${place}, bit ${bit}`).toBe("conflict");
		}
		await expectDamaged(agency, secret);
	});

	test.each([0, 1, 7, 66, 95])("does not open when %i bytes of it are left", async (length) => {
		const agency = await makeAgency(world);
		const secret = await makeSharedSecret(world, agency);
		const [{ sealed = Buffer.alloc(0) } = {}] = await storedSecrets(world, agency);

		await put(secret.id, sealed.subarray(0, length));

		await expectDamaged(agency, secret);
	});

	test("does not open for another agency", async () => {
		const [agency, other] = [await makeAgency(world), await makeAgency(world)];
		const secret = await makeSharedSecret(world, agency);
		await makeSharedSecret(world, other);
		const [{ sealed = Buffer.alloc(0) } = {}] = await storedSecrets(world, other);

		await put(secret.id, sealed);

		await expectDamaged(agency, secret);
	});

	test("does not open when its whole row is moved to another agency", async () => {
		const [agency, other] = [await makeAgency(world), await makeAgency(world)];
		const secret = await makeSharedSecret(world, other);

		await world.owner.query("update shared_secrets set agency_id = $2 where id = $1", [secret.id, agency.id]);

		await expectDamaged(agency, secret);
	});

	test("does not open as another version", async () => {
		const agency = await makeAgency(world);
		await makeSharedSecret(world, agency, { endsAt: minutesFrom(NOW, 60) });
		const current = await makeSharedSecret(world, agency, { version: 2 });
		const [{ sealed = Buffer.alloc(0) } = {}] = await storedSecrets(world, agency);

		await put(current.id, sealed);

		await expectDamaged(agency, current);
	});

	test("does not open under another number of the same row", async () => {
		const agency = await makeAgency(world);
		const secret = await makeSharedSecret(world, agency);

		await world.owner.query("update shared_secrets set version = 7 where id = $1", [secret.id]);

		await expectDamaged(agency, { id: secret.id, version: 7 });
	});

	test("does not open when it comes from the seed of somebody's second factor", async () => {
		const agency = await makeAgency(world);
		const secret = await makeSharedSecret(world, agency);

		await put(secret.id, seal("JBSWY3DPEHPK3PXP", ["totp", agency.id, secret.id], keyRing("sealing")).sealed);

		await expectDamaged(agency, secret);
	});
});
