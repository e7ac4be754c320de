import { describe, expect, test } from "vitest";
import { keyRing } from "#lib/config/secrets.ts";
import { type AuditRow, auditHash } from "#lib/core/audit-chain.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { createAgency } from "#lib/services/agencies/create.ts";
import { createKey } from "#lib/services/keys/create.ts";
import { editKey } from "#lib/services/keys/edit.ts";
import { setKeyEnabled } from "#lib/services/keys/set-enabled.ts";
import {
	contextFor,
	daysFrom,
	keyFields,
	makeAgency,
	makeKey,
	makePerson,
	NOW,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { recordAudit } from "./record.ts";

const world = await testWorld();

type StoredRow = AuditRow & { hash: Buffer };

/** The chain as it is stored, each event as the hash was made over it. */
async function storedChain(agencyId: string): Promise<StoredRow[]> {
	const { rows } = await world.owner.query(
		`select agency_id as "agencyId", seq, id, at, actor_kind as "actorKind", actor_id as "actorId",
			actor_name as "actorName", action, subject_kind as "subjectKind", subject_id as "subjectId",
			location_id as "locationId", address, before, after, hash_key_id as "hashKeyId", hash
			from audit_events where agency_id = $1 order by seq`,
		[agencyId],
	);
	return rows.map((row) => ({ ...row, seq: BigInt(row.seq) }));
}

/** The first event that does not follow from those before it, or null when the chain holds. */
function firstBreak(chain: readonly StoredRow[]) {
	let previous: Buffer = Buffer.alloc(0);
	for (const [index, { hash, ...row }] of chain.entries()) {
		const expected = auditHash(keyRing("audit")[0], previous, row);
		if (row.seq !== BigInt(index + 1) || !expected.equals(hash)) return row.seq;
		previous = hash;
	}
	return null;
}

async function agencyWithHistory() {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const { key } = await createKey(
		ctx,
		keyFields(null, {
			title: 'Ünïcode "quotes" \\ 🔑',
			description: "two\nlines",
			expiresAt: daysFrom(NOW, 9),
			credits: 1_000_000_000_000,
		}),
	);
	await setKeyEnabled(ctx, { keyId: key.id, enabled: false });
	const { level: _level, locationId: _location, ...fields } = keyFields(null);
	await editKey(ctx, { ...fields, keyId: key.id, version: 2 });
	return { agency, ctx };
}

test("each event's hash follows from the stored row and the hash before it", async () => {
	const { agency } = await agencyWithHistory();

	const chain = await storedChain(agency.id);

	expect(chain.map((row) => row.action)).toEqual(["key.create", "key.disable", "key.edit"]);
	expect(firstBreak(chain)).toBeNull();
});

test("a new agency's chain begins with its making", async () => {
	const owner = await makePerson(world);
	const ctx = await createAgency(world.database, { name: "New", slug: "new", owner }, NOW);

	const chain = await storedChain(ctx.agencyId);

	expect(chain).toMatchObject([{ seq: 1n, action: "agency.create", actorId: owner.id }]);
	expect(firstBreak(chain)).toBeNull();
});

test("twenty changes at once, the first ones of their agency, leave twenty events without a gap", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });

	await Promise.all(Array.from({ length: 20 }, () => createKey(ctx, keyFields(null))));

	const chain = await storedChain(agency.id);
	expect(chain.map((row) => Number(row.seq))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
	expect(firstBreak(chain)).toBeNull();
	const { rows } = await world.owner.query("select seq::int, hash from audit_heads where agency_id = $1", [
		agency.id,
	]);
	expect(rows).toEqual([{ seq: 20, hash: chain.at(-1)?.hash }]);
});

describe("tampering", () => {
	const tampered: Record<string, (chain: StoredRow[]) => StoredRow[]> = {
		"an edited event": (chain) => chain.map((row, i) => (i === 1 ? { ...row, actorName: "Nobody" } : row)),
		"an edited before": (chain) =>
			chain.map((row, i) => (i === 1 ? { ...row, before: { ...row.before, title: "x" } } : row)),
		"another time": (chain) => chain.map((row, i) => (i === 1 ? { ...row, at: daysFrom(row.at, 1) } : row)),
		"a missing event": (chain) => chain.filter((_row, i) => i !== 1),
		"a missing first event": (chain) => chain.slice(1),
		"another order": ([first, ...rest]) => [...rest, first as StoredRow],
		"renumbered events": (chain) => chain.slice(1).map((row, i) => ({ ...row, seq: BigInt(i + 1) })),
	};

	test.each(Object.entries(tampered))("%s breaks the chain", async (_name, tamper) => {
		const { agency } = await agencyWithHistory();
		const chain = await storedChain(agency.id);
		expect(firstBreak(chain)).toBeNull();

		expect(firstBreak(tamper(chain))).not.toBeNull();
	});

	// A genuine event of the same number, from a backup that went another way, fits nowhere else.
	test("an event taken from another history breaks the chain", async () => {
		const { agency } = await agencyWithHistory();
		const chain = await storedChain(agency.id);
		const swapped = chain.map((row, index) => {
			if (index !== 1) return row;
			const { hash: _hash, ...facts } = row;
			return { ...facts, hash: auditHash(keyRing("audit")[0], Buffer.from("another history"), facts) };
		});

		expect(firstBreak(swapped)).toBe(2n);
	});

	test("without the installation's secret nobody makes a hash that fits", async () => {
		const { agency } = await agencyWithHistory();
		const [first] = await storedChain(agency.id);
		if (!first) throw new Error("no event");
		const { hash, ...row } = first;

		expect(auditHash({ bytes: Buffer.alloc(32) }, Buffer.alloc(0), row).equals(hash)).toBe(false);
	});
});

describe("no event, no change", () => {
	test("a change that cannot be recorded does not happen", async () => {
		const agency = await makeAgency(world);
		await makeKey(world, agency, { title: "Kept" });
		const ctx = { ...contextFor(world, agency, { role: "OWNER" }), address: "\0" };

		await expect(createKey(ctx, keyFields(null))).rejects.toThrow();

		const { rows } = await world.owner.query("select title from api_keys where agency_id = $1", [agency.id]);
		expect(rows).toEqual([{ title: "Kept" }]);
	});

	test("a change that does not happen is not recorded, and leaves no gap", async () => {
		const { agency, ctx } = await agencyWithHistory();
		await makeKey(world, agency, { title: "Taken" });

		await refusalOf(createKey(ctx, keyFields(null, { title: "Taken" })));
		await createKey(ctx, keyFields(null));

		const chain = await storedChain(agency.id);
		expect(chain).toHaveLength(4);
		expect(firstBreak(chain)).toBeNull();
	});

	test("an event cannot be written into another agency's chain", async () => {
		const [ours, theirs] = [await makeAgency(world), await makeAgency(world)];
		const ctx = contextFor(world, theirs, { role: "OWNER" });

		const forged = transactAs(world.database, { agencyId: ours.id }, (tx) =>
			recordAudit(tx, ctx, { action: "key.delete", subject: { kind: "key", id: "x" } }),
		);

		await expect(forged).rejects.toThrow();
		expect(await storedChain(theirs.id)).toEqual([]);
	});
});

test("an event says who, when, from where, and what was before and after", async () => {
	const agency = await makeAgency(world);
	const person = await makePerson(world);
	const key = await makeKey(world, agency, { title: "Website" });
	const ctx = contextFor(world, agency, { role: "ADMIN", person });

	await setKeyEnabled(ctx, { keyId: key.id, enabled: false });

	expect(await storedChain(agency.id)).toMatchObject([
		{
			at: NOW,
			actorKind: "person",
			actorId: person.id,
			actorName: person.name,
			action: "key.disable",
			subjectKind: "key",
			subjectId: key.id,
			address: "203.0.113.7",
			before: { title: "Website", enabled: true },
			after: { title: "Website", enabled: false },
		},
	]);
});
