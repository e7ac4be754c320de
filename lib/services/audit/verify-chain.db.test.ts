import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { keyRing } from "#lib/config/secrets.ts";
import { type Anchor, type AuditKey, auditHash } from "#lib/core/audit-chain.ts";
import { seal } from "#lib/core/envelope.ts";
import { newId } from "#lib/core/ids.ts";
import { readChain } from "#lib/data/audit.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { contextFor, makeAgency, NOW, type TestAgency } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { type AuditContext, recordAudit } from "./record.ts";
import { readAuditKeys, verifyChain } from "./verify-chain.ts";

const world = await testWorld();

const record = (ctx: AuditContext) =>
	transactAs(world.database, { agencyId: ctx.agencyId }, (tx) =>
		recordAudit(tx, ctx, { action: "key.edit", subject: { kind: "key", id: newId() }, before: { n: 1 } }),
	);

async function agencyWithEvents(count = 8) {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	for (let made = 0; made < count; made++) await record(ctx);
	return agency;
}

const verify = async ({ id }: { id: string }, anchors: readonly Anchor[] = []) =>
	verifyChain(world.database, id, { keys: await readAuditKeys(world.database), anchors });

/** As a superuser who has switched the triggers off. */
async function tamper(...statements: string[]) {
	const owner = await world.owner.connect();
	try {
		await owner.query("begin");
		await owner.query("set local session_replication_role = replica");
		for (const statement of statements) await owner.query(statement);
		await owner.query("commit");
	} finally {
		owner.release();
	}
}

async function anchorOf({ id }: TestAgency): Promise<Anchor> {
	const { rows } = await world.owner.query(
		"select seq, encode(hash, 'hex') as hash from audit_heads where agency_id = $1",
		[id],
	);
	return { agencyId: id, seq: BigInt(rows[0].seq), hash: rows[0].hash };
}

test("a chain that nobody touched holds, with its anchor and without", async () => {
	const agency = await agencyWithEvents();
	const anchor = await anchorOf(agency);
	await record(contextFor(world, agency, { role: "OWNER" }));

	expect(await verify(agency)).toEqual({ checked: 9n, flaw: null });
	expect(await verify(agency, [anchor])).toEqual({ checked: 9n, flaw: null });
});

test("an agency without events has a chain that holds", async () => {
	expect(await verify(await makeAgency(world))).toEqual({ checked: 0n, flaw: null });
});

test("a chain of several thousand events is followed to its end, also while it grows", async () => {
	const agency = await agencyWithEvents(2_050);
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const [report] = await Promise.all([verify(agency), record(ctx), record(ctx)]);

	expect(report.flaw).toBeNull();
	expect(Number(report.checked)).toBeGreaterThanOrEqual(2_050);
});

describe("the first bad row is named when somebody who is above all walls", () => {
	const row = (id: string, seq: number) => `agency_id = '${id}' and seq = ${seq}`;
	const edits: [string, string, object][] = [
		["changes who did it", "actor_name = 'Nobody'", { flaw: "hash", seq: 4n }],
		["changes what was done", "action = 'key.revoke'", { flaw: "hash", seq: 4n }],
		["changes when", "at = at + interval '1 ms'", { flaw: "hash", seq: 4n }],
		["changes from where", "address = '198.51.100.1'", { flaw: "hash", seq: 4n }],
		["changes the id", "id = gen_random_uuid()", { flaw: "hash", seq: 4n }],
		["changes what was before", `before = '{"n":2}'`, { flaw: "hash", seq: 4n }],
		["adds what came after", `after = '{}'`, { flaw: "hash", seq: 4n }],
		["moves it to a location", "location_id = gen_random_uuid()", { flaw: "hash", seq: 4n }],
		["changes the hash", `hash = sha256('x')`, { flaw: "hash", seq: 4n }],
		["names another key", `hash_key_id = 'abcdefabcdef'`, { flaw: "unknown key", seq: 4n }],
		["names no key", "hash_key_id = null", { flaw: "hash", seq: 4n }],
	];

	test.each(edits)("%s", async (_name, assignment, flaw) => {
		const agency = await agencyWithEvents();

		await tamper(`update audit_events set ${assignment} where ${row(agency.id, 4)}`);

		expect(await verify(agency)).toEqual({ checked: 3n, ...flaw });
	});

	test("deletes a row", async () => {
		const agency = await agencyWithEvents();

		await tamper(`delete from audit_events where ${row(agency.id, 4)}`);

		expect(await verify(agency)).toEqual({ checked: 3n, flaw: "gap", seq: 5n });
	});

	test("deletes the first row", async () => {
		const agency = await agencyWithEvents();

		await tamper(`delete from audit_events where ${row(agency.id, 1)}`);

		expect(await verify(agency)).toEqual({ checked: 0n, flaw: "gap", seq: 2n });
	});

	test("deletes a row and closes the gap", async () => {
		const agency = await agencyWithEvents();

		await tamper(
			`delete from audit_events where ${row(agency.id, 4)}`,
			`update audit_events set seq = -seq where agency_id = '${agency.id}' and seq > 4`,
			`update audit_events set seq = -seq - 1 where agency_id = '${agency.id}' and seq < 0`,
			`update audit_heads set seq = 7 where agency_id = '${agency.id}'`,
		);

		expect(await verify(agency)).toEqual({ checked: 3n, flaw: "hash", seq: 4n });
	});

	test("swaps two rows", async () => {
		const agency = await agencyWithEvents();

		await tamper(
			`update audit_events set seq = -1 where ${row(agency.id, 4)}`,
			`update audit_events set seq = 4 where ${row(agency.id, 6)}`,
			`update audit_events set seq = 6 where ${row(agency.id, -1)}`,
		);

		expect(await verify(agency)).toEqual({ checked: 3n, flaw: "hash", seq: 4n });
	});

	test.each([9, 0])("inserts a row as number %i", async (seq) => {
		const agency = await agencyWithEvents();

		await tamper(`insert into audit_events select agency_id, ${seq}, gen_random_uuid(), at, actor_kind, actor_id,
			actor_name, action, subject_kind, subject_id, location_id, address, before, after, hash, hash_key_id
			from audit_events where ${row(agency.id, 8)}`);

		expect(await verify(agency)).toEqual({
			checked: seq === 0 ? 0n : 8n,
			flaw: seq === 0 ? "gap" : "hash",
			seq: BigInt(seq),
		});
	});

	test("takes a row over from another agency", async () => {
		const [agency, other] = [await agencyWithEvents(), await agencyWithEvents(9)];

		await tamper(`update audit_events set agency_id = '${agency.id}' where ${row(other.id, 9)}`);

		expect(await verify(agency)).toEqual({ checked: 8n, flaw: "hash", seq: 9n });
		expect(await verify(other)).toEqual({ checked: 8n, flaw: "head", seq: 9n });
	});

	test("cuts the end off", async () => {
		const agency = await agencyWithEvents();

		await tamper(`delete from audit_events where agency_id = '${agency.id}' and seq > 5`);

		expect(await verify(agency)).toEqual({ checked: 5n, flaw: "head", seq: 6n });
	});

	test("removes the chain's head", async () => {
		const agency = await agencyWithEvents();

		await tamper(`delete from audit_heads where agency_id = '${agency.id}'`);

		expect(await verify(agency)).toEqual({ checked: 8n, flaw: "head", seq: 9n });
	});
});

describe("what only anchors show", () => {
	const cutAt = (id: string, seq: number) => [
		`delete from audit_events where agency_id = '${id}' and seq > ${seq}`,
		`update audit_heads h set seq = ${seq}, hash = (select hash from audit_events e
			where e.agency_id = h.agency_id and e.seq = ${seq}) where agency_id = '${id}'`,
	];

	test("an end that was cut off together with what the head says", async () => {
		const agency = await agencyWithEvents();
		const anchor = await anchorOf(agency);

		await tamper(...cutAt(agency.id, 5));

		expect(await verify(agency)).toEqual({ checked: 5n, flaw: null });
		expect(await verify(agency, [anchor])).toEqual({ checked: 5n, flaw: "cut", seq: 6n });
	});

	test("a whole chain that was removed with its head", async () => {
		const agency = await agencyWithEvents();
		const anchor = await anchorOf(agency);

		await tamper(
			`delete from audit_events where agency_id = '${agency.id}'`,
			`delete from audit_heads where agency_id = '${agency.id}'`,
		);

		expect(await verify(agency, [anchor])).toEqual({ checked: 0n, flaw: "cut", seq: 1n });
	});

	// With the installation's secret in hand somebody can make any history.
	test("a chain that was made anew from its third event with the right key", async () => {
		const agency = await agencyWithEvents();
		const anchor = await anchorOf(agency);

		await rewriteFrom(agency, 3n);

		expect(await verify(agency)).toEqual({ checked: 8n, flaw: null });
		expect(await verify(agency, [anchor])).toEqual({ checked: 7n, flaw: "anchor", seq: 8n });
	});

	test("a chain that was cut, and has grown beyond its anchor since", async () => {
		const agency = await agencyWithEvents();
		const anchor = await anchorOf(agency);
		await tamper(...cutAt(agency.id, 5));
		const ctx = contextFor(world, agency, { role: "OWNER" });
		for (let made = 0; made < 6; made++) await record(ctx);

		expect(await verify(agency, [anchor])).toEqual({ checked: 7n, flaw: "anchor", seq: 8n });
	});

	async function rewriteFrom({ id }: TestAgency, from: bigint) {
		const [key] = keyRing("audit");
		const rows = await transactAs(world.database, { agencyId: id }, (tx) => readChain(tx, id, null, 100));
		let previous: Uint8Array = rows.find(({ seq }) => seq === from - 1n)?.hash ?? Buffer.alloc(0);
		for (const { hash: _hash, ...facts } of rows.filter(({ seq }) => seq >= from)) {
			const forged = { ...facts, actorName: "Somebody else" };
			previous = auditHash(key, previous, forged);
			const hex = Buffer.from(previous).toString("hex");
			await tamper(
				`update audit_events set actor_name = 'Somebody else', hash = '\\x${hex}' where agency_id = '${id}' and seq = ${facts.seq}`,
				`update audit_heads set hash = '\\x${hex}' where agency_id = '${id}'`,
			);
		}
	}
});

test("the app's own login can neither change, delete nor empty the log, nor forget its triggers", async () => {
	const agency = await agencyWithEvents();
	const as = (statement: string) =>
		transactAs(world.database, { agencyId: agency.id }, (tx) => tx.$executeRawUnsafe(statement));

	for (const statement of [
		"update audit_events set actor_name = 'x'",
		"delete from audit_events",
		"truncate audit_events",
		"alter table audit_events disable trigger user",
		"set session_replication_role = replica",
		"delete from audit_heads",
		"drop table audit_events",
	]) {
		await expect(as(statement), statement).rejects.toThrow(/42501/);
	}
	expect(await verify(agency)).toEqual({ checked: 8n, flaw: null });
});

describe("hashes of keys that are not the newest", () => {
	async function agencyHashedWith({ id: hashKeyId, bytes }: AuditKey, isNamed = true) {
		const agency = await agencyWithEvents(3);
		const rows = await transactAs(world.database, { agencyId: agency.id }, (tx) =>
			readChain(tx, agency.id, null, 100),
		);
		let previous: Uint8Array = Buffer.alloc(0);
		for (const { hash: _hash, ...facts } of rows) {
			previous = auditHash({ bytes }, previous, { ...facts, hashKeyId: isNamed ? hashKeyId : null });
			const hex = Buffer.from(previous).toString("hex");
			await tamper(
				`update audit_events set hash_key_id = ${isNamed ? `'${hashKeyId}'` : "null"}, hash = '\\x${hex}'
					where agency_id = '${agency.id}' and seq = ${facts.seq}`,
				`update audit_heads set hash = '\\x${hex}' where agency_id = '${agency.id}'`,
			);
		}
		return agency;
	}

	const retire = async ({ id, bytes }: AuditKey, boundTo = id) => {
		const { sealed, kekId } = seal(bytes.toString("base64url"), ["audit-key", boundTo], keyRing("sealing"));
		await world.owner.query("insert into retired_audit_keys (id, sealed, kek_id) values ($1, $2, $3)", [
			id,
			sealed,
			kekId,
		]);
	};

	const someKey = (): AuditKey => ({ id: randomBytes(6).toString("hex"), bytes: randomBytes(32) });

	test("are checked against a key that was retired", async () => {
		const key = someKey();
		await retire(key);

		expect(await verify(await agencyHashedWith(key))).toEqual({ checked: 3n, flaw: null });
	});

	test("of a key that nobody knows are no proof", async () => {
		expect(await verify(await agencyHashedWith(someKey()))).toEqual({
			checked: 0n,
			flaw: "unknown key",
			seq: 1n,
		});
	});

	test("that name no key are checked against every key, and events go on after them", async () => {
		const key = someKey();
		await retire(key);
		const agency = await agencyHashedWith(key, false);
		await record(contextFor(world, agency, { role: "OWNER", now: NOW }));

		expect(await verify(agency)).toEqual({ checked: 4n, flaw: null });
	});

	test("a retired key that does not open is a key that nobody knows", async () => {
		const key = someKey();
		await retire(key, someKey().id);

		expect((await verify(await agencyHashedWith(key))).flaw).toBe("unknown key");
	});
});
