import { beforeAll, expect, test } from "vitest";
import { sealedSid } from "#lib/auth/session-cookie.ts";
import { signedInAs } from "#lib/testing/account.ts";
import { makePerson, minutesFrom } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { POST } from "./route.ts";

const world = await testWorld();
const now = new Date();

beforeAll(() => {
	process.env.DATABASE_URL = world.appUrl;
});

const choose = (language: string, cookie: string) =>
	POST(
		new Request("http://localhost/api/auth/language", {
			method: "POST",
			headers: { cookie },
			body: new URLSearchParams({ language, back: "/account" }),
		}),
	);

/** Somebody signed in, in a session that was last used so long ago. */
async function set({ idleMinutes = 0 } = {}) {
	const person = await makePerson(world, { language: "en" });
	const { sid } = await signedInAs(world, person, { now: minutesFrom(now, -idleMinutes) });
	const { name, value } = await sealedSid(sid, { now, expiresAt: minutesFrom(now, 60) });
	const kept = async () =>
		(await world.owner.query("select language from users where id = $1", [person.id])).rows[0]?.language;
	return { cookie: `${name}=${value}`, kept };
}

test("what somebody signed in chooses is kept with them, whatever was kept before", async () => {
	const { cookie, kept } = await set();
	const other = await set();

	expect((await choose("de", cookie)).status).toBe(303);

	expect([await kept(), await other.kept()]).toEqual(["de", "en"]);
});

test("a session that is over changes nothing about its person", async () => {
	const { cookie, kept } = await set({ idleMinutes: 31 });

	const { status, headers } = await choose("de", cookie);

	expect([status, headers.get("set-cookie")]).toEqual([303, expect.stringContaining("latchkey-language=de")]);
	expect(await kept()).toBe("en");
});
