import { describe, expect, test } from "vitest";
import { newOneTimeToken } from "#lib/core/one-time-token.ts";
import { insertAgencyMember } from "#lib/data/members.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { setUpSecondFactor, signedInAs } from "#lib/testing/account.ts";
import { auditTrail, makeAgency, makePerson, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { checkPassword } from "./check-password.ts";
import { isResetLinkGood, makeResetLink, resetPassword } from "./reset-password.ts";

const world = await testWorld();
const NEXT = "vexing quilt orbit lamp";

async function linkFor(person: { email: string }, now = NOW) {
	const link = await makeResetLink(world.database, person.email, now);
	return link?.token ?? "";
}

const reset = (token: string, password = NEXT, now = NOW) =>
	resetPassword(world.database, { token, password, address: "203.0.113.7" }, now);

test("a link sets the password once, ends all sessions, makes other links worthless and leaves one event", async () => {
	const agency = await makeAgency(world);
	const person = await makePerson(world);
	await transactAs(world.database, { agencyId: agency.id }, (tx) =>
		insertAgencyMember(tx, { agencyId: agency.id, userId: person.id, role: "MEMBER" }, NOW),
	);
	const [first, second] = [await signedInAs(world, person), await signedInAs(world, person)];
	const [token, other] = [await linkFor(person), await linkFor(person)];

	expect(await reset(token)).toMatchObject({ outcome: "done" });

	expect(await checkPassword(world.database, person.email, NEXT)).not.toBeNull();
	expect([await first.isAlive(), await second.isAlive()]).toEqual([false, false]);
	for (const used of [token, other]) {
		expect(await isResetLinkGood(world.database, used, NOW)).toBe(false);
		expect(await reset(used, "another quilt of lamps")).toEqual({ outcome: "bad_link" });
	}
	const actions = (await auditTrail(world, agency)).map(({ action }) => action);
	expect(actions.filter((action) => action !== "session.start")).toEqual(["account.reset_password"]);
});

test("of ten who use one link at the same time, one sets the password", async () => {
	const person = await makePerson(world);
	const token = await linkFor(person);

	const outcomes = await Promise.all(
		Array.from({ length: 10 }, (_, index) => reset(token, `${NEXT} ${index}`)),
	);

	expect(outcomes.filter(({ outcome }) => outcome === "done")).toHaveLength(1);
});

test("a password that is refused leaves the link as it was", async () => {
	const person = await makePerson(world);
	const token = await linkFor(person);

	expect(await reset(token, "short")).toEqual({ outcome: "refused", problem: expect.stringContaining("15") });
	expect(await reset(token, `${person.name} 123`)).toMatchObject({ outcome: "refused" });
	expect(await reset(token)).toMatchObject({ outcome: "done" });
});

test("the second factor stays, and lets the password be shorter", async () => {
	const person = await makePerson(world);
	const { account } = await signedInAs(world, person);
	await setUpSecondFactor(account);

	await reset(await linkFor(person), "vexlampe");

	expect(await checkPassword(world.database, person.email, "vexlampe")).toMatchObject({
		hasSecondFactor: true,
	});
});

describe("a link", () => {
	test("lives an hour", async () => {
		const person = await makePerson(world);
		const token = await linkFor(person);

		expect(await isResetLinkGood(world.database, token, minutesFrom(NOW, 59.9))).toBe(true);
		expect(await isResetLinkGood(world.database, token, minutesFrom(NOW, 60))).toBe(false);
		expect(await reset(token, NEXT, minutesFrom(NOW, 60))).toEqual({ outcome: "bad_link" });
	});

	test("is stored by its digest alone", async () => {
		const person = await makePerson(world);
		const token = await linkFor(person);

		const { rows } = await world.owner.query(
			"select string_agg(t::text, ' ') as everything from one_time_tokens t",
		);
		expect(rows[0].everything).not.toContain(token);
		expect(rows[0].everything).not.toContain(Buffer.from(token, "base64url").toString("hex"));
	});

	test("is made for nobody unknown or disabled, and five times an hour for anybody else", async () => {
		const disabled = await makePerson(world, { disabled: true });
		expect(await makeResetLink(world.database, disabled.email, NOW)).toBeNull();
		expect(await makeResetLink(world.database, "nobody@example.test", NOW)).toBeNull();
		const person = await makePerson(world);

		for (let count = 0; count < 5; count++) expect(await linkFor(person)).not.toBe("");

		expect(await makeResetLink(world.database, person.email, minutesFrom(NOW, 30))).toBeNull();
		expect(await makeResetLink(world.database, person.email, minutesFrom(NOW, 61))).not.toBeNull();
	});

	test("is worth nothing once its person is disabled, or when nobody made it", async () => {
		const person = await makePerson(world);
		const token = await linkFor(person);
		await world.owner.query("update users set disabled_at = now() where id = $1", [person.id]);

		expect(await reset(token)).toEqual({ outcome: "bad_link" });
		expect(await reset(newOneTimeToken().token)).toEqual({ outcome: "bad_link" });
	});
});
