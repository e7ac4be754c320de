import { expect, test } from "vitest";
import { readyServerProcess, until } from "#lib/testing/server-process.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
await world.owner.query("update installation set set_up_at = null");
const server = await readyServerProcess();
const { origin } = server;

const typed = {
	agencyName: "Bright & Sons",
	slug: "",
	name: "Ada Owner",
	email: "Ada@Example.test",
	password: "seven brown boats at dawn",
};

const get = (path: string, cookie = "") => fetch(origin + path, { redirect: "manual", headers: { cookie } });
const post = (form: Record<string, string>) =>
	fetch(`${origin}/api/auth/set-up`, {
		method: "POST",
		redirect: "manual",
		headers: { origin },
		body: new URLSearchParams(form),
	});
const cookiesOf = (response: Response) =>
	response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(";", 1)[0])
		.join("; ");
const leadsTo = (response: Response) => [response.status, response.headers.get("location")];
const announced = () =>
	server
		.log()
		.find(({ msg }) => msg.startsWith("Set Latchkey up at "))
		?.msg.slice("Set Latchkey up at ".length) ?? "";

test("an installation is set up once, by whoever has the token from its log", async () => {
	const address = new URL(await until("the log says where", announced));
	const token = address.searchParams.get("token") ?? "";
	expect(address.href.startsWith(`${origin}/set-up?token=`)).toBe(true);

	for (const path of ["/", "/sign-in"]) expect(leadsTo(await get(path))).toEqual([307, "/set-up"]);
	expect(await (await get("/set-up")).text()).toContain(">Set-up token<");
	expect(await (await get(address.pathname + address.search)).text()).not.toContain(">Set-up token<");

	const refused = await post({ ...typed, token: "not the token" });
	expect(leadsTo(refused)).toEqual([303, "/set-up"]);
	const again = await (await get("/set-up", cookiesOf(refused))).text();
	expect(again).toContain("This is not the set-up token.");
	expect(again).toContain("Ada@Example.test");
	expect(again).not.toContain(typed.password);

	const weak = await post({ ...typed, token, agencyName: "", password: "short" });
	const named = await (await get("/set-up", cookiesOf(weak))).text();
	expect(named).toContain("The agency&#x27;s name is required.");
	expect(named).not.toContain(">Set-up token<");

	const done = await post({ ...typed, token });
	expect(leadsTo(done)).toEqual([303, "/agencies/bright-sons"]);
	const keys = await get("/agencies/bright-sons/keys", cookiesOf(done));
	expect(keys.status).toBe(200);
	expect(await keys.text()).toContain("No agency keys yet");

	expect((await get("/set-up")).status).toBe(404);
	expect((await get(address.pathname + address.search)).status).toBe(404);
	expect((await post({ ...typed, token, email: "eve@example.test", slug: "eve" })).status).toBe(404);
	for (const path of ["/", "/sign-in"]) expect((await get(path)).headers.get("location")).not.toBe("/set-up");
	const { rows } = await world.owner.query(
		"select (select count(*)::int from users) as people, (select count(*)::int from agencies) as agencies",
	);
	expect(rows).toEqual([{ people: 1, agencies: 1 }]);
});

test("wrong tokens are counted, and after a few of them nobody looks any more", async () => {
	await world.owner.query("update installation set set_up_at = null");
	const token = new URL(announced()).searchParams.get("token");

	for (let tries = 0; tries < 8; tries++) await post({ ...typed, token: `guess ${tries}` });
	const answer = await post({ ...typed, token: token ?? "" });

	expect(await (await get("/set-up", cookiesOf(answer))).text()).toContain("Too many attempts.");
});
