import { beforeAll, expect, test } from "vitest";
import { sealedSid } from "#lib/auth/session-cookie.ts";
import { signedInAs } from "#lib/testing/account.ts";
import { makeAgency, minutesFrom } from "#lib/testing/factories.ts";
import { tellKeepers } from "#lib/testing/notifications.ts";
import { makeAgencyPerson } from "#lib/testing/people.ts";
import { testWorld } from "#lib/testing/world.ts";
import { GET } from "./route.ts";

const world = await testWorld();
const now = new Date();

beforeAll(() => {
	process.env.DATABASE_URL = world.appUrl;
});

const ask = (cookie?: string) =>
	GET(new Request("http://localhost:3000/api/notifications/unread", { headers: cookie ? { cookie } : {} }));

/** Somebody who was told of something, in a session that was last used so long ago. */
async function set({ idleMinutes }: { idleMinutes: number }) {
	const agency = await makeAgency(world);
	const person = await makeAgencyPerson(world, agency, "OWNER");
	await tellKeepers(world, agency);
	const { sid, account } = await signedInAs(world, person, { now: minutesFrom(now, -idleMinutes) });
	const { name, value } = await sealedSid(sid, { now, expiresAt: minutesFrom(now, 60) });
	const lastSeen = async () =>
		(await world.owner.query("select last_seen_at from sessions where id = $1", [account.sessionId])).rows[0]
			.last_seen_at;
	return { cookie: `${name}=${value}`, lastSeen };
}

test("200: the count, which nobody keeps, and the session is as idle as before", async () => {
	const { cookie, lastSeen } = await set({ idleMinutes: 20 });
	const before = await lastSeen();

	const answer = await ask(cookie);

	expect(answer.status).toBe(200);
	expect(answer.headers.get("cache-control")).toBe("no-store");
	expect(await answer.json()).toEqual({ unread: 1 });
	expect(await lastSeen()).toEqual(before);
});

test("401: without a session, with an idle one, and with none of ours", async () => {
	const { cookie } = await set({ idleMinutes: 31 });

	for (const sent of [undefined, cookie, "latchkey.session=x"]) {
		const answer = await ask(sent);
		expect(answer.status).toBe(401);
		expect(answer.headers.get("cache-control")).toBe("no-store");
		expect(await answer.json()).toEqual({ error: "unauthenticated" });
	}
});
