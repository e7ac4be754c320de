import { generate } from "otplib";
import type { AccountContext } from "#lib/data/context.ts";
import { beginSecondFactor } from "#lib/services/second-factor/begin.ts";
import { confirmSecondFactor } from "#lib/services/second-factor/confirm.ts";
import { findSignedIn } from "#lib/services/sessions/find.ts";
import { startSession } from "#lib/services/sessions/start.ts";
import { NOW, type TestPerson } from "./factories.ts";
import type { World } from "./world.ts";

/** What the code of an authenticator app is at a moment. */
export const codeAt = (seed: string, at: Date) =>
	generate({ secret: seed, epoch: Math.floor(at.getTime() / 1_000) });

/** A session of the person, and what services about their account are told in it. */
export async function signedInAs(
	world: World,
	person: TestPerson,
	options: { steppedUp?: boolean; now?: Date } = {},
): Promise<{ sid: string; account: AccountContext; isAlive: (sid?: string) => Promise<boolean> }> {
	const { steppedUp = true, now = NOW } = options;
	const { database } = world;
	const address = "203.0.113.7";
	const sid = await startSession(database, { personId: person.id, address, client: "" }, now);
	const sessionId = (await findSignedIn(database, sid, now))?.session.id ?? "";
	return {
		sid,
		account: { database, person, sessionId, now, address, steppedUp },
		isAlive: async (other = sid) => (await findSignedIn(database, other, now)) !== null,
	};
}

/** Sets a second factor up for the person of an account, with the code of the account's moment. */
export async function setUpSecondFactor(account: AccountContext) {
	const { seed } = await beginSecondFactor(account);
	const { recoveryCodes } = await confirmSecondFactor(account, await codeAt(seed, account.now));
	return { seed, recoveryCodes };
}
