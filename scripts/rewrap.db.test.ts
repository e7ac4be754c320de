import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DerivedKey, deriveKeys } from "#lib/config/secrets.ts";
import { type Binding, EnvelopeError, open, seal } from "#lib/core/envelope.ts";
import { newId } from "#lib/core/ids.ts";
import { generateSharedSecret, sharedSecretBinding } from "#lib/core/shared-secret.ts";
import { insertSharedSecret } from "#lib/data/shared-secrets.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { revealSharedSecret } from "#lib/services/shared-secret/reveal.ts";
import { rotateSharedSecret } from "#lib/services/shared-secret/rotate.ts";
import { contextFor, makeAgency, makeKey, makePerson, NOW } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { exitOf } from "./processes.ts";

const [NEW, OLD] = [randomBytes(48).toString("base64"), randomBytes(48).toString("base64")];
// Before anything reads it: this process and the commands know both, as after the restart that comes first.
process.env.LATCHKEY_SECRET = `${NEW},${OLD}`;

const world = await testWorld();
const ROOT = join(import.meta.dirname, "..");
const SECRETS = 200;
const REVEALERS = 3;

const only = (secret: string, purpose: "sealing" | "audit"): [DerivedKey] => {
	const [key] = deriveKeys([secret], purpose);
	if (!key) throw new Error("no key");
	return [key];
};
const [oldKek, newKek] = [only(OLD, "sealing"), only(NEW, "sealing")];

type Held = { agency: { id: string }; id: string; version: number; text: string };
const held: Held[] = [];
const commands: ChildProcess[] = [];

afterAll(() => {
	for (const command of commands) command.kill("SIGKILL");
});

beforeAll(async () => {
	for (let made = 0; made < SECRETS; made++) {
		const agency = await makeAgency(world);
		const [id, version, text] = [newId(), 1, generateSharedSecret()];
		const sealed = seal(text, sharedSecretBinding({ agencyId: agency.id, id, version }), oldKek);
		await transactAs(world.database, { agencyId: agency.id }, (tx) =>
			insertSharedSecret(tx, agency.id, { id, version, ...sealed, createdByName: "Somebody" }, NOW),
		);
		held.push({ agency, id, version, text });
	}
}, 60_000);

/** Starts the command; `untilWrapped` ends when it has said that so many are done. */
function rewrap() {
	const child = spawn(process.execPath, ["scripts/rewrap-rows.ts"], {
		cwd: ROOT,
		stdio: ["ignore", "pipe", "inherit"],
	});
	commands.push(child);
	let said = "";
	const halfWay = new Promise<void>((resolve) => {
		child.stdout.setEncoding("utf8").on("data", (text: string) => {
			said += text;
			if (said.includes("50 wrapped so far")) resolve();
		});
	});
	return { child, halfWay, ended: exitOf(child), said: () => said };
}

/** Looks at one secret after the other for as long as `isOver` says no, and says how often each answer came. */
async function revealUntil(isOver: () => boolean) {
	const outcome = { right: 0, failed: 0 };
	for (let next = 0; !isOver(); next++) {
		const secret = held[next % held.length];
		if (!secret) break;
		const ctx = contextFor(world, secret.agency, { role: "OWNER" });
		const text = await revealSharedSecret(ctx, secret).then(
			(revealed) => revealed.text,
			() => null,
		);
		if (text === secret.text) outcome.right++;
		else outcome.failed++;
	}
	return outcome;
}

const opens = (sealed: Buffer, binding: Binding, keks: readonly DerivedKey[]) => {
	try {
		return open(sealed, binding, keks);
	} catch (error) {
		expect(error).toBeInstanceOf(EnvelopeError);
		return null;
	}
};

const countUnder = async ([{ id }]: [DerivedKey]) =>
	(await world.owner.query("select from shared_secrets where kek_id = $1", [id])).rowCount;

test("200 secrets are wrapped anew by a command that is killed and begun again, and no look at one fails", async () => {
	const person = await makePerson(world);
	const factor: Binding = ["totp", person.id, newId()];
	const seed = seal("JBSWY3DPEHPK3PXP", factor, oldKek);
	await world.owner.query(
		"insert into second_factors (user_id, id, sealed, kek_id, created_at) values ($1, $2, $3, $4, now())",
		[person.id, factor[2], seed.sealed, seed.kekId],
	);
	let isOver = false;
	const revealing = Promise.all(Array.from({ length: REVEALERS }, () => revealUntil(() => isOver)));

	const first = rewrap();
	await first.halfWay;
	first.child.kill("SIGKILL");
	await first.ended;
	const left = await countUnder(oldKek);
	const rotated = held[SECRETS - 1];
	const again = [rewrap(), rewrap()];
	if (rotated) {
		const ctx = contextFor(world, rotated.agency, { role: "OWNER" });
		await rotateSharedSecret(ctx, { version: 1, overlapSeconds: 3_600 });
	}
	const exits = await Promise.all(again.map(({ ended }) => ended));
	isOver = true;
	const outcomes = await revealing;

	expect(left).toBeGreaterThan(0);
	expect(left).toBeLessThan(SECRETS);
	expect(exits.map(({ code }) => code)).toEqual([0, 0]);
	expect(outcomes.reduce((sum, { failed }) => sum + failed, 0)).toBe(0);
	expect(outcomes.every(({ right }) => right > 0)).toBe(true);

	expect(await countUnder(oldKek)).toBe(0);
	const { rows } = await world.owner.query("select id, sealed from shared_secrets where version = 1");
	const sealedOf = new Map(rows.map(({ id, sealed }) => [id, sealed]));
	for (const { agency, id, version, text } of held) {
		const binding = sharedSecretBinding({ agencyId: agency.id, id, version });
		expect(opens(sealedOf.get(id), binding, oldKek)).toBeNull();
		expect(opens(sealedOf.get(id), binding, newKek)).toBe(text);
	}
	const stored = await world.owner.query("select sealed from second_factors where user_id = $1", [person.id]);
	expect(opens(stored.rows[0].sealed, factor, oldKek)).toBeNull();
	expect(opens(stored.rows[0].sealed, factor, newKek)).toBe("JBSWY3DPEHPK3PXP");
}, 120_000);

test("the old audit key is kept under the new secret, so that old events can be checked without the old one", async () => {
	await rewrap().ended;

	const [old] = only(OLD, "audit");
	const { rows } = await world.owner.query("select id, sealed from retired_audit_keys");
	expect(rows.map(({ id }) => id)).toEqual([old.id]);
	expect(opens(rows[0].sealed, ["audit-key", old.id], newKek)).toBe(old.bytes.toString("base64url"));
}, 60_000);

test("an old audit key that was kept and does not open any more is kept anew while its secret is at hand", async () => {
	const [old] = only(OLD, "audit");
	await world.owner.query(
		"update retired_audit_keys set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1)",
	);

	const { ended, said } = rewrap();

	expect((await ended).code).toBe(0);
	expect(said()).not.toContain("audit key");
	const { rows } = await world.owner.query("select id, sealed from retired_audit_keys");
	expect(rows.map(({ id }) => id)).toEqual([old.id]);
	expect(opens(rows[0].sealed, ["audit-key", old.id], newKek)).toBe(old.bytes.toString("base64url"));
}, 60_000);

test("it says what still hangs on the old secret, and what it could not read", async () => {
	const agency = await makeAgency(world);
	const [ancient, revoked] = [await makeKey(world, agency), await makeKey(world, agency, { revoked: true })];
	await world.owner.query("update key_secrets set pepper_id = 'old' where key_id = any($1)", [
		[ancient.id, revoked.id],
	]);
	const [damaged] = held;
	await world.owner.query("update shared_secrets set kek_id = 'old', sealed = '\\x00' where id = $1", [
		damaged?.id,
	]);

	const { ended, said } = rewrap();

	expect((await ended).code).toBe(1);
	expect(said()).toContain("  API keys: 1,");
	expect(said()).toMatch(/ {2}passwords: \d+,/);
	expect(said()).toContain(`shared secret of agency ${damaged?.agency.id}, version 1`);
	expect(said()).not.toContain("whsec_");
}, 60_000);
