import { beforeAll, expect, test } from "vitest";
import { makePerson } from "#lib/testing/factories.ts";
import { startMailbox } from "#lib/testing/mailbox.ts";
import { testWorld } from "#lib/testing/world.ts";
import { redeemReset, sendResetLink } from "./reset-password.ts";

const { received } = await startMailbox();
const world = await testWorld();

beforeAll(() => {
	process.env.DATABASE_URL = world.appUrl;
});

/** The subjects of the link's mail and of the one that tells of the new password. */
async function subjectsFor(language: "en" | "de" | undefined) {
	const { email } = await makePerson(world, language && { language });
	await sendResetLink(email);
	const link = received.at(-1);
	const token = /token=([\w-]{43})/.exec(link?.text ?? "")?.[1] ?? "";
	const reset = await redeemReset({ token, password: "vexing quilt orbit lamp" }, "203.0.113.7");
	if (reset.outcome === "done") await reset.tell();
	const told = received.at(-1);
	expect([link?.to, told?.to]).toEqual([[email], [email]]);
	return [link?.subject, told?.subject];
}

test.each([
	["de", ["Neues Passwort festlegen", "Ihr Passwort wurde geändert"]],
	["en", ["Set a new password", "Your password was changed"]],
	[undefined, ["Set a new password", "Your password was changed"]],
] as const)("whose language is %s is mailed in it", async (language, subjects) => {
	expect(await subjectsFor(language)).toEqual(subjects);
});
