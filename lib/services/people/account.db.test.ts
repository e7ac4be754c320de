import { describe, expect, test } from "vitest";
import { insertAgencyMember } from "#lib/data/members.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { setUpSecondFactor, signedInAs } from "#lib/testing/account.ts";
import { auditTrail, makeAgency, makePerson, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { issueTicket, redeemTicket } from "../second-factor/ticket.ts";
import { askToConfirmEmail, changeEmail, confirmEmail, findEmailChange } from "./change-email.ts";
import { changeName } from "./change-name.ts";
import { changePassword } from "./change-password.ts";
import { checkPassword } from "./check-password.ts";
import { makeResetLink } from "./reset-password.ts";

const world = await testWorld();
const PASSWORD = "correct horse battery staple";
const NEXT = "vexing quilt orbit lamp";

async function memberSignedIn(options: { password?: string; steppedUp?: boolean } = {}) {
	const agency = await makeAgency(world);
	const person = await makePerson(world, options.password ? { password: options.password } : {});
	await transactAs(world.database, { agencyId: agency.id }, (tx) =>
		insertAgencyMember(tx, { agencyId: agency.id, userId: person.id, role: "MEMBER" }, NOW),
	);
	const signedIn = await signedInAs(world, person, options);
	const events = async () =>
		(await auditTrail(world, agency)).filter(({ action }) => action !== "session.start");
	return { ...signedIn, person, events };
}

const stored = async (person: { id: string }) =>
	(
		await world.owner.query("select email, name, password_stands_alone as alone from users where id = $1", [
			person.id,
		])
	).rows[0];

test("a name is changed, and one event says from what to what", async () => {
	const { account, person, events } = await memberSignedIn();

	await changeName(account, "Grace Hopper");
	await changeName(account, "Grace Hopper");

	expect((await stored(person)).name).toBe("Grace Hopper");
	expect(await events()).toMatchObject([
		{
			action: "account.edit",
			actorId: person.id,
			before: { name: person.name },
			after: { name: "Grace Hopper" },
		},
	]);
});

describe("changing the password", () => {
	test("ends every session, goes on with this one under another id, and leaves one event without a secret", async () => {
		const { account, person, isAlive, events } = await memberSignedIn({ password: PASSWORD });
		const other = await signedInAs(world, person);

		const changed = await changePassword(account, { current: PASSWORD, next: NEXT });

		expect([await isAlive(), await other.isAlive()]).toEqual([false, false]);
		expect(await isAlive(changed?.sid)).toBe(true);
		expect(await checkPassword(world.database, person.email, PASSWORD)).toBeNull();
		expect(await checkPassword(world.database, person.email, NEXT)).not.toBeNull();
		const trail = await events();
		expect(trail.map(({ action }) => action)).toEqual(["account.change_password"]);
		expect(JSON.stringify(trail)).not.toMatch(/vexing|horse|\$2/);
	});

	test("changes nothing when the present one is wrong, the new one is the present one, or the rules refuse it", async () => {
		const { account, person, isAlive, events } = await memberSignedIn({ password: PASSWORD });

		expect(await changePassword(account, { current: "certainly wrong", next: NEXT })).toBeNull();
		for (const next of [PASSWORD, "short", "passwordpassword", `${person.email} 1`]) {
			const refusal = await refusalOf(changePassword(account, { current: PASSWORD, next }));
			expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "next" }] });
		}

		expect(await isAlive()).toBe(true);
		expect(await checkPassword(world.database, person.email, PASSWORD)).not.toBeNull();
		expect(await events()).toEqual([]);
	});

	test("is done once when two do it at the same time", async () => {
		const { account, person } = await memberSignedIn({ password: PASSWORD });
		const second = await signedInAs(world, person);

		const attempts = await Promise.allSettled([
			changePassword(account, { current: PASSWORD, next: NEXT }),
			changePassword(second.account, { current: PASSWORD, next: `${NEXT} twice` }),
		]);

		expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		const refused = attempts.find((attempt) => attempt.status === "rejected");
		expect(refused?.reason).toMatchObject({ code: "conflict" });
	});

	test("may be to a short one with a second factor, which then has to stay", async () => {
		const { account, person } = await memberSignedIn({ password: PASSWORD });
		await setUpSecondFactor(account);

		await changePassword(account, { current: PASSWORD, next: "vexlampe" });

		expect((await stored(person)).alone).toBe(false);
	});

	test("makes links and half-finished sign-ins of before worthless", async () => {
		const { account, person } = await memberSignedIn({ password: PASSWORD });
		const { recoveryCodes } = await setUpSecondFactor(account);
		const ticket = await issueTicket(
			world.database,
			{ id: person.id, passwordChangedAt: null, hasSecondFactor: true },
			NOW,
		);
		await makeResetLink(world.database, person.email, NOW);
		await askToConfirmEmail(account, "elsewhere@example.test");

		await changePassword(account, { current: PASSWORD, next: NEXT });

		const code = recoveryCodes[0]?.replaceAll("-", "") ?? "";
		expect(await redeemTicket(world.database, { ticket, code, address: "" }, NOW)).toBeNull();
		const { rows } = await world.owner.query(
			"select 1 from one_time_tokens where user_id = $1 and used_at is null",
			[person.id],
		);
		expect(rows).toEqual([]);
	});
});

describe("changing the address", () => {
	test("ends the other sessions and leaves one event", async () => {
		const { account, person, isAlive, events } = await memberSignedIn();
		const other = await signedInAs(world, person);
		const email = `new-${person.email}`;

		await changeEmail(account, email);

		expect((await stored(person)).email).toBe(email);
		expect([await isAlive(), await other.isAlive()]).toEqual([true, false]);
		expect(await events()).toMatchObject([
			{ action: "account.change_email", before: { email: person.email }, after: { email } },
		]);
	});

	test("to one that somebody has is refused at the field, also when two take it at once", async () => {
		const [one, two] = [await memberSignedIn(), await memberSignedIn()];
		const email = `wanted-${one.person.email}`;

		const attempts = await Promise.allSettled([
			changeEmail(one.account, email),
			changeEmail(two.account, email),
		]);

		expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		for (const change of [changeEmail, askToConfirmEmail]) {
			const third = await memberSignedIn();
			expect(await refusalOf(change(third.account, email))).toMatchObject({
				code: "conflict",
				fields: [{ field: "email" }],
			});
		}
	});

	test("asks who it is first", async () => {
		const { account } = await memberSignedIn({ steppedUp: false });

		for (const change of [changeEmail, askToConfirmEmail]) {
			const attempt = (async () => change(account, "x@example.test"))();
			expect((await refusalOf(attempt)).code).toBe("step_up_required");
		}
	});
});

describe("a link to a new address", () => {
	test("changes nothing until it is opened, and then once, also when two open it at the same time", async () => {
		const { account, person, events } = await memberSignedIn();
		const email = `link-${person.email}`;
		const { token } = await askToConfirmEmail(account, email);

		expect((await stored(person)).email).toBe(person.email);
		expect(await findEmailChange(account, token)).toBe(email);
		const attempts = await Promise.allSettled([confirmEmail(account, token), confirmEmail(account, token)]);

		expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect((await stored(person)).email).toBe(email);
		expect((await events()).map(({ action }) => action)).toEqual(["account.change_email"]);
	});

	test("is worth nothing to somebody else, after a day, or once there is a later one", async () => {
		const [mine, theirs] = [await memberSignedIn(), await memberSignedIn()];
		const first = await askToConfirmEmail(mine.account, `first-${mine.person.email}`);
		const { token } = await askToConfirmEmail(mine.account, `second-${mine.person.email}`);
		const tomorrow = { ...mine.account, now: minutesFrom(NOW, 24 * 60) };

		for (const [account, text] of [
			[theirs.account, token],
			[tomorrow, token],
			[mine.account, first.token],
		] as const) {
			expect(await findEmailChange(account, text)).toBeNull();
			expect((await refusalOf(confirmEmail(account, text))).code).toBe("conflict");
		}
		await confirmEmail(mine.account, token);
	});
});

test("a password under an older pepper moves to the newest one when somebody signs in with it", async () => {
	const person = await makePerson(world, { password: PASSWORD });
	const hash = async () =>
		(await world.owner.query("select password_hash from users where id = $1", [person.id])).rows[0]
			.password_hash;
	const [, bcrypt] = (await hash()).split(":");
	// A pepper that nobody knows any more is tried with the newest, so only the id tells that it is old.
	await world.owner.query("update users set password_hash = $2 where id = $1", [person.id, `0ld:${bcrypt}`]);

	expect(await checkPassword(world.database, person.email, "wrong")).toBeNull();
	expect(await hash()).toMatch(/^0ld:/);
	expect(await checkPassword(world.database, person.email, PASSWORD)).not.toBeNull();

	expect(await hash()).toMatch(/^[0-9a-f]{12}:/);
	expect(await checkPassword(world.database, person.email, PASSWORD)).not.toBeNull();
});
