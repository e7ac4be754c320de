import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Anchor, readAnchor } from "#lib/core/audit-chain.ts";
import { newId } from "#lib/core/ids.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { recordAudit } from "#lib/services/audit/record.ts";
import { contextFor, daysFrom, makeAgency, NOW, type TestAgency } from "#lib/testing/factories.ts";
import { whenDone } from "#lib/testing/when-done.ts";
import { testWorld } from "#lib/testing/world.ts";
import { AnchorFile, anchorFileOf, anchorLine } from "./anchor-file.ts";
import { AnchorWriter } from "./audit-anchors.ts";

const world = await testWorld();

function dataFolder() {
	const folder = mkdtempSync(join(tmpdir(), "latchkey-anchors-"));
	whenDone(async () => rmSync(folder, { recursive: true }));
	return anchorFileOf(folder);
}

const writerOf = (path: string) => new AnchorWriter(world.database, new AnchorFile(path));

const record = (agency: TestAgency) =>
	transactAs(world.database, { agencyId: agency.id }, (tx) =>
		recordAudit(tx, contextFor(world, agency, { role: "OWNER" }), {
			action: "key.edit",
			subject: { kind: "key", id: newId() },
		}),
	);

const anchorsIn = (path: string) =>
	readFileSync(path, "utf8")
		.split("\n")
		.map(readAnchor)
		.filter((anchor): anchor is Anchor => anchor !== null);

const seqsOf = (path: string, { id }: TestAgency) =>
	anchorsIn(path)
		.filter(({ agencyId }) => agencyId === id)
		.map(({ seq }) => Number(seq));

test("every chain that has grown is written down once, in a file that only its owner reads", async () => {
	const [path, ours, theirs] = [dataFolder(), await makeAgency(world), await makeAgency(world)];
	const writer = writerOf(path);

	await record(ours);
	await writer.write(NOW);
	await writer.write(NOW);
	await record(ours);
	await record(theirs);
	await writer.write(NOW);

	expect(seqsOf(path, ours)).toEqual([1, 2]);
	expect(seqsOf(path, theirs)).toEqual([1]);
	expect(statSync(path).mode & 0o777).toBe(0o600);
	const { rows } = await world.owner.query(
		"select encode(hash, 'hex') as hash from audit_heads where agency_id = $1",
		[ours.id],
	);
	expect(
		anchorsIn(path)
			.filter(({ agencyId }) => agencyId === ours.id)
			.at(-1)?.hash,
	).toBe(rows[0].hash);
});

test("several who share the folder write each anchor once between them", async () => {
	const [path, agency] = [dataFolder(), await makeAgency(world)];
	const writers = [writerOf(path), writerOf(path), writerOf(path)];

	for (let round = 1; round <= 3; round++) {
		await record(agency);
		await Promise.all(writers.map((writer) => writer.write(NOW)));
	}

	expect(seqsOf(path, agency)).toEqual([1, 2, 3]);
});

test("one that starts anew goes on where the file ends, also after a line that was torn", async () => {
	const [path, agency] = [dataFolder(), await makeAgency(world)];
	await record(agency);
	await writerOf(path).write(NOW);
	appendFileSync(path, '{"agencyId":"');

	await writerOf(path).write(NOW);
	await record(agency);
	await writerOf(path).write(NOW);

	expect(seqsOf(path, agency)).toEqual([1, 2]);
});

test("a file that cannot be written stops nothing", async () => {
	const agency = await makeAgency(world);
	const path = dataFolder();
	const writer = writerOf(join(path, "not-there.jsonl"));
	await record(agency);

	await expect(writer.write(NOW)).resolves.toBeUndefined();
});

test("a large file is made anew with the last of each agency and day, and of each month before", () => {
	const path = dataFolder();
	const file = new AnchorFile(path, 10_000);
	const agencies = [newId(), newId()];
	const hash = "ab".repeat(32);

	let seq = 0n;
	for (let day = -120; day <= 0; day++) {
		for (let turn = 0; turn < 4; turn++) {
			seq += 1n;
			const at = daysFrom(NOW, day + turn / 100);
			file.append(
				agencies.map((agencyId) => ({ agencyId, seq, hash, at })),
				NOW,
			);
		}
	}

	const lines = readFileSync(path, "utf8").trimEnd().split("\n");
	expect(lines.length).toBeLessThan(121 * 4 * 2 * 0.75);
	for (const agencyId of agencies) {
		const left = lines.filter((line) => line.includes(agencyId));
		const days = new Set(left.map((line) => JSON.parse(line).at.slice(0, 10)));
		expect([...days].filter((day) => day >= "2025-12-03")).toHaveLength(90);
		expect(left.at(-1)).toBe(anchorLine({ agencyId, seq, hash, at: daysFrom(NOW, 0.03) }).trimEnd());
	}
	expect(statSync(path).mode & 0o777).toBe(0o600);
	expect(readdirSync(join(path, "..")).filter((name) => name.endsWith(".draft"))).toEqual([]);
});

test("another's new file is read from its beginning", () => {
	const path = dataFolder();
	const [ours, theirs] = [new AnchorFile(path, 2_000), new AnchorFile(path, 2_000)];
	const agencyId = newId();
	const at = (seq: bigint) => ({ agencyId, seq, hash: "cd".repeat(32), at: NOW });
	ours.append([at(1n)], NOW);

	for (let seq = 2n; seq <= 30n; seq++) theirs.append([at(seq)], NOW);

	expect(ours.append([at(30n)], NOW)).toEqual([]);
	expect(ours.append([at(31n)], NOW)).toHaveLength(1);
});

test("lines of the product's log are understood as well, and nothing else is", () => {
	const anchor = { agencyId: newId(), seq: "7", hash: "ef".repeat(32) };

	expect(readAnchor(JSON.stringify({ level: 30, pid: 1, ...anchor, msg: "audit anchor" }))).toEqual({
		...anchor,
		seq: 7n,
	});
	for (const line of ["", "{", '{"seq":1}', JSON.stringify({ ...anchor, hash: "x" }), "null"])
		expect(readAnchor(line)).toBeNull();
});
