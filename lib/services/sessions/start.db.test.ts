import { expect, test } from "vitest";
import { setUpSecondFactor, signedInAs } from "#lib/testing/account.ts";
import { makePerson, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { changePassword } from "../people/change-password.ts";
import { checkPassword } from "../people/check-password.ts";
import { makeResetLink, resetPassword } from "../people/reset-password.ts";
import { disableSecondFactor } from "../second-factor/disable.ts";
import { issueTicket } from "../second-factor/ticket.ts";
import { startCheckedSession } from "./start.ts";

const world = await testWorld();
const { database } = world;
const PASSWORD = "correct horse battery staple";
const NEXT = "vexing quilt orbit lamp";
const visitor = { address: "203.0.113.7", client: "x" };

/** Somebody whose password was found right a moment ago, and a session of theirs elsewhere. */
async function halfWay({ withFactor = false } = {}) {
	const person = await makePerson(world, { password: PASSWORD });
	const elsewhere = await signedInAs(world, person);
	if (withFactor) await setUpSecondFactor(elsewhere.account);
	const checked = await checkPassword(database, person.email, PASSWORD);
	if (!checked) throw new Error("the password is wrong");
	return { person, checked, ...elsewhere };
}

type HalfWay = Awaited<ReturnType<typeof halfWay>>;

async function reset({ person }: HalfWay) {
	const link = await makeResetLink(database, person.email, NOW);
	await resetPassword(database, { token: link?.token ?? "", password: NEXT, address: "" }, NOW);
}

const change = ({ account }: HalfWay) => changePassword(account, { current: PASSWORD, next: NEXT });

const disable = ({ person }: HalfWay) =>
	world.owner.query("update users set disabled_at = now() where id = $1", [person.id]);

const refused = { code: "conflict" };

test("whose account is as it was is signed in", async () => {
	const { checked } = await halfWay();

	expect(await startCheckedSession(database, checked, visitor, minutesFrom(NOW, 1))).toHaveLength(43);
});

test("the first language that somebody signs in with is kept for their mails, and no later one", async () => {
	const { checked, person } = await halfWay();
	const kept = async (language: "en" | "de" | null) => {
		await startCheckedSession(database, checked, { ...visitor, language }, NOW);
		const { rows } = await world.owner.query("select language from users where id = $1", [person.id]);
		return rows[0]?.language;
	};

	expect([await kept(null), await kept("de"), await kept("en")]).toEqual([null, "de", "de"]);
});

// The change ends all sessions; one that is begun after it by the password of before would be left.
test.each([
	["was changed", change],
	["was reset", reset],
	["can sign in no more", disable],
	["has got a second factor", ({ account }: HalfWay) => setUpSecondFactor(account)],
] as const)("a password that was right before it %s begins no session", async (_how, happens) => {
	const half = await halfWay();
	await happens(half);

	await expect(startCheckedSession(database, half.checked, visitor, NOW)).rejects.toMatchObject(refused);
});

test.each([
	["was changed", change],
	["was reset", reset],
	["lost its second factor", ({ account }: HalfWay) => disableSecondFactor(account)],
] as const)("a password that was right before it %s makes no ticket", async (_how, happens) => {
	const half = await halfWay({ withFactor: true });
	await happens(half);

	await expect(issueTicket(database, half.checked, NOW)).rejects.toMatchObject(refused);
});

test("of a sign-in and a change of the password at once, no session of before is left", async () => {
	const half = await halfWay();

	const [began] = await Promise.allSettled([
		startCheckedSession(database, half.checked, visitor, NOW),
		change(half),
	]);

	if (began.status === "fulfilled") expect(await half.isAlive(began.value)).toBe(false);
	else expect(began.reason).toMatchObject(refused);
});
