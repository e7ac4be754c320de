import { describe, expect, test } from "vitest";
import { newOneTimeToken } from "#lib/core/one-time-token.ts";
import { codeAt, setUpSecondFactor, signedInAs } from "#lib/testing/account.ts";
import { makePerson, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { findTicketHolder, issueTicket, redeemTicket, tearUpTicket } from "./ticket.ts";

const world = await testWorld();
const LATER = minutesFrom(NOW, 2);

const withSecondFactor = ({ id }: { id: string }) => ({ id, passwordChangedAt: null, hasSecondFactor: true });

async function ticketHolder() {
	const person = await makePerson(world);
	const { account } = await signedInAs(world, person);
	const factor = await setUpSecondFactor(account);
	const ticket = await issueTicket(world.database, withSecondFactor(person), LATER);
	return { person, ticket, ...factor, code: await codeAt(factor.seed, LATER) };
}

const redeem = (ticket: string, code: string, now = LATER) =>
	redeemTicket(world.database, { ticket, code, address: "" }, now);

test("a ticket and a code make a sign-in, once", async () => {
	const { person, ticket, code, recoveryCodes } = await ticketHolder();

	expect(await redeem(ticket, code)).toMatchObject({ person, proof: "totp" });
	expect(await redeem(ticket, recoveryCodes[0]?.replaceAll("-", "") ?? "")).toBeNull();
});

test("of twenty who use them at the same time, one is signed in", async () => {
	const { ticket, code } = await ticketHolder();

	const outcomes = await Promise.all(Array.from({ length: 20 }, () => redeem(ticket, code)));

	expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
});

test("two tickets and one code make one sign-in", async () => {
	const { person, ticket, code } = await ticketHolder();
	const another = await issueTicket(world.database, withSecondFactor(person), LATER);

	const outcomes = await Promise.all([redeem(ticket, code), redeem(another, code)]);

	expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
});

test("a wrong code leaves ticket and recovery codes as they were", async () => {
	const { ticket, code } = await ticketHolder();

	expect(await redeem(ticket, code === "000000" ? "000001" : "000000")).toBeNull();
	expect(await redeem(ticket, code)).not.toBeNull();
});

describe("a ticket is worth nothing", () => {
	test("after five minutes", async () => {
		const { ticket } = await ticketHolder();

		expect(await findTicketHolder(world.database, ticket, minutesFrom(LATER, 4.9))).not.toBeNull();
		expect(await findTicketHolder(world.database, ticket, minutesFrom(LATER, 5))).toBeNull();
	});

	test("once it is torn up", async () => {
		const { ticket, code } = await ticketHolder();

		await tearUpTicket(world.database, ticket, LATER);

		expect(await redeem(ticket, code)).toBeNull();
	});

	test("with another's code, without a person, or once the person is disabled", async () => {
		const [mine, theirs] = [await ticketHolder(), await ticketHolder()];

		expect(await redeem(mine.ticket, theirs.code)).toBeNull();
		expect(await redeem(newOneTimeToken().token, mine.code)).toBeNull();
		await world.owner.query("update users set disabled_at = now() where id = $1", [mine.person.id]);
		expect(await redeem(mine.ticket, mine.code)).toBeNull();
	});
});
