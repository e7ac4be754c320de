import { describe, expect, test } from "vitest";
import { insertAgencyMember } from "#lib/data/members.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { codeAt, setUpSecondFactor, signedInAs } from "#lib/testing/account.ts";
import { auditTrail, makeAgency, makePerson, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { beginSecondFactor } from "./begin.ts";
import { confirmSecondFactor } from "./confirm.ts";
import { describeSecondFactor } from "./describe.ts";
import { disableSecondFactor } from "./disable.ts";
import { proveByCode } from "./prove.ts";
import { renewRecoveryCodes } from "./renew-recovery-codes.ts";

const world = await testWorld();

async function memberSignedIn(options: { steppedUp?: boolean } = {}) {
	const agency = await makeAgency(world);
	const person = await makePerson(world);
	await transactAs(world.database, { agencyId: agency.id }, (tx) =>
		insertAgencyMember(tx, { agencyId: agency.id, userId: person.id, role: "MEMBER" }, NOW),
	);
	const signedIn = await signedInAs(world, person, options);
	const actions = async () => (await auditTrail(world, agency)).map(({ action }) => action).slice(1);
	return { ...signedIn, person, agency, actions };
}

const prove = (person: { id: string; name: string }, code: string, now = minutesFrom(NOW, 2)) =>
	proveByCode(world.database, person, code, { address: "", now });

describe("setting up", () => {
	test("counts from the first code on, ends the other sessions, and leaves one event", async () => {
		const { account, person, isAlive, actions } = await memberSignedIn();
		const other = await signedInAs(world, person);

		const { seed } = await beginSecondFactor(account);
		expect((await describeSecondFactor(world.database, person.id)).since).toBeNull();
		const { recoveryCodes } = await confirmSecondFactor(account, await codeAt(seed, NOW));

		expect(recoveryCodes).toHaveLength(10);
		expect(await describeSecondFactor(world.database, person.id)).toMatchObject({
			since: NOW.toISOString(),
			recoveryCodesLeft: 10,
		});
		expect([await isAlive(), await other.isAlive()]).toEqual([true, false]);
		expect(await actions()).toEqual(["session.start", "second_factor.enable"]);
	});

	test("stores neither seed nor recovery codes in a form that could be used", async () => {
		const { account, person } = await memberSignedIn();

		const { seed, recoveryCodes } = await setUpSecondFactor(account);

		const { rows } = await world.owner.query<{ stored: Buffer }>(
			`select (select sealed from second_factors where user_id = $1) ||
				(select string_agg(digest, '') from recovery_codes where user_id = $1) as stored`,
			[person.id],
		);
		const typed = recoveryCodes.map((code) => code.replaceAll("-", ""));
		for (const secret of [seed, ...recoveryCodes, ...typed]) {
			// Fewer characters could stand in random bytes by chance.
			expect(rows[0]?.stored.includes(secret.slice(0, 16))).toBe(false);
		}
	});

	test("is refused with a wrong code, and can be tried again", async () => {
		const { account } = await memberSignedIn();
		const { seed } = await beginSecondFactor(account);
		const right = await codeAt(seed, NOW);
		const wrong = right === "000000" ? "000001" : "000000";

		expect(await refusalOf(confirmSecondFactor(account, wrong))).toMatchObject({
			code: "invalid_input",
			fields: [{ field: "code" }],
		});
		await confirmSecondFactor(account, right);
	});

	test("of two at once, one seed counts", async () => {
		const { account } = await memberSignedIn();
		const first = await beginSecondFactor(account);
		const second = await beginSecondFactor(account);

		expect((await refusalOf(confirmSecondFactor(account, await codeAt(first.seed, NOW)))).code).toBe(
			"invalid_input",
		);
		const attempts = await Promise.allSettled([
			confirmSecondFactor(account, await codeAt(second.seed, NOW)),
			confirmSecondFactor(account, await codeAt(second.seed, NOW)),
		]);

		expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect((await describeSecondFactor(world.database, account.person.id)).recoveryCodesLeft).toBe(10);
	});

	test("does not replace a factor that is on", async () => {
		const { account } = await memberSignedIn();
		await setUpSecondFactor(account);

		expect((await refusalOf(beginSecondFactor(account))).code).toBe("conflict");
	});

	// The seed of one person in another's row would let the first sign in as the second.
	test("binds the seed to its person", async () => {
		const [mine, theirs] = [await memberSignedIn(), await memberSignedIn()];
		const { seed } = await setUpSecondFactor(mine.account);
		await setUpSecondFactor(theirs.account);
		await world.owner.query(
			`update second_factors set sealed = (select sealed from second_factors where user_id = $1)
				where user_id = $2`,
			[mine.person.id, theirs.person.id],
		);

		await expect(prove(theirs.person, await codeAt(seed, minutesFrom(NOW, 2)))).rejects.toThrow();
	});
});

describe("a code", () => {
	test("counts once, also when twenty show it at the same time", async () => {
		const { account, person } = await memberSignedIn();
		const { seed } = await setUpSecondFactor(account);
		const code = await codeAt(seed, minutesFrom(NOW, 2));

		const proofs = await Promise.all(Array.from({ length: 20 }, () => prove(person, code)));

		expect(proofs.filter((proof) => proof !== null)).toEqual(["totp"]);
		expect(await prove(person, code)).toBeNull();
	});

	test("of an earlier step counts no more once a later one was taken", async () => {
		const { account, person } = await memberSignedIn();
		const { seed } = await setUpSecondFactor(account);
		const earlier = await codeAt(seed, minutesFrom(NOW, 1.5));

		expect(await prove(person, await codeAt(seed, minutesFrom(NOW, 2)))).toBe("totp");
		expect(await prove(person, earlier)).toBeNull();
	});

	test("that switched the factor on does not also sign in", async () => {
		const { account, person } = await memberSignedIn();
		const { seed } = await setUpSecondFactor(account);

		expect(await prove(person, await codeAt(seed, NOW), NOW)).toBeNull();
	});

	test("of a factor that was never confirmed proves nothing", async () => {
		const { account, person } = await memberSignedIn();
		const { seed } = await beginSecondFactor(account);

		expect(await prove(person, await codeAt(seed, NOW), NOW)).toBeNull();
	});

	test("of somebody else proves nothing", async () => {
		const [mine, theirs] = [await memberSignedIn(), await memberSignedIn()];
		const { recoveryCodes } = await setUpSecondFactor(mine.account);
		await setUpSecondFactor(theirs.account);

		expect(await prove(theirs.person, recoveryCodes[0]?.replaceAll("-", "") ?? "")).toBeNull();
	});
});

describe("recovery codes", () => {
	test("count once each, also when twenty show one at the same time, and are audited", async () => {
		const { account, person, actions } = await memberSignedIn();
		const [code = "", another = ""] = (await setUpSecondFactor(account)).recoveryCodes;

		const proofs = await Promise.all(
			Array.from({ length: 20 }, () => prove(person, code.replaceAll("-", ""))),
		);

		expect(proofs.filter((proof) => proof !== null)).toEqual(["recovery_code"]);
		expect(await prove(person, another.replaceAll("-", ""))).toBe("recovery_code");
		expect((await describeSecondFactor(world.database, person.id)).recoveryCodesLeft).toBe(8);
		expect((await actions()).filter((action) => action === "recovery_code.use")).toHaveLength(2);
	});

	test("made anew replace those before, and two who ask at once leave one set", async () => {
		const { account, person, actions } = await memberSignedIn();
		const [old = ""] = (await setUpSecondFactor(account)).recoveryCodes;

		const sets = await Promise.all([renewRecoveryCodes(account), renewRecoveryCodes(account)]);

		expect(await prove(person, old.replaceAll("-", ""))).toBeNull();
		expect((await describeSecondFactor(world.database, person.id)).recoveryCodesLeft).toBe(10);
		const proofs = await Promise.all(
			sets.map(({ recoveryCodes }) => prove(person, recoveryCodes[0]?.replaceAll("-", "") ?? "")),
		);
		expect(proofs.filter((proof) => proof !== null)).toHaveLength(1);
		expect((await actions()).filter((action) => action === "recovery_codes.renew")).toHaveLength(2);
	});

	test("are not to be had without a second factor", async () => {
		const { account } = await memberSignedIn();

		expect((await refusalOf(renewRecoveryCodes(account))).code).toBe("conflict");
	});
});

describe("switching off", () => {
	test("ends the other sessions, makes all codes worthless, and leaves one event", async () => {
		const { account, person, isAlive, actions } = await memberSignedIn();
		const { seed, recoveryCodes } = await setUpSecondFactor(account);
		const other = await signedInAs(world, person);

		await disableSecondFactor(account);

		expect([await isAlive(), await other.isAlive()]).toEqual([true, false]);
		expect(await prove(person, await codeAt(seed, minutesFrom(NOW, 2)))).toBeNull();
		expect(await prove(person, recoveryCodes[0]?.replaceAll("-", "") ?? "")).toBeNull();
		expect((await actions()).at(-1)).toBe("second_factor.disable");
		expect((await refusalOf(disableSecondFactor(account))).code).toBe("conflict");
	});

	test("is refused while the password is too short to stand alone", async () => {
		const { account, person } = await memberSignedIn();
		await setUpSecondFactor(account);
		await world.owner.query("update users set password_stands_alone = false where id = $1", [person.id]);

		expect(await refusalOf(disableSecondFactor(account))).toMatchObject({
			code: "conflict",
			detail: expect.stringContaining("15 characters"),
		});
	});
});

test("every change of the second factor asks who it is first", async () => {
	const { account } = await memberSignedIn({ steppedUp: false });

	for (const change of [
		() => beginSecondFactor(account),
		() => confirmSecondFactor(account, "123456"),
		() => disableSecondFactor(account),
		() => renewRecoveryCodes(account),
	]) {
		expect((await refusalOf((async () => change())())).code).toBe("step_up_required");
	}
});
