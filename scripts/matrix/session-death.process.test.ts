import { beforeAll, expect, test, vi } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { addToAgency } from "#lib/services/people/add-to-agency.ts";
import { addToLocation } from "#lib/services/people/add-to-location.ts";
import { signedInAs } from "#lib/testing/account.ts";
import { makePerson } from "#lib/testing/factories.ts";
import { readyServerProcess, until } from "#lib/testing/server-process.ts";
import { testWorld } from "#lib/testing/world.ts";
import { actionHeaders, type Client, clientOf, encodeArguments, outcomeOf } from "./client.ts";
import { DEATHS, type Victim } from "./deaths.ts";
import { type House, openHouse } from "./house.ts";
import { readManifest } from "./manifest.ts";
import { PASSWORD, signIn } from "./stage.ts";

// Three processes start, which a busy machine is slow at.
vi.setConfig({ hookTimeout: 120_000 });

const world = await testWorld();
const action = readManifest().actions.find(({ name }) => name.endsWith("#describeKeyUseAction"));
const WORKERS = 2;
/** Each connection goes to the next worker in turn. */
const CONNECTIONS = 2 * WORKERS;

let house: House;
/** A server with workers, and one more that shares nothing with it but the database and the secret. */
let clients: [Client, Client];
beforeAll(async () => {
	house = await openHouse(world, { isHome: true });
	const [pair, single] = await Promise.all([
		readyServerProcess({ WEB_CONCURRENCY: String(WORKERS) }),
		readyServerProcess(),
	]);
	await until("both workers serve", () => pair.servers().length === WORKERS);
	clients = [clientOf(pair.origin, { keepAlive: false }), clientOf(single.origin, { keepAlive: false })];
});

async function victim(): Promise<Victim> {
	const person = await makePerson(world, { password: PASSWORD });
	await addToAgency(house.owner(), { personId: person.id, role: "ADMIN" });
	await addToLocation(house.owner(), { personId: person.id, locationId: house.location.id, role: "MANAGER" });
	const { account } = await signedInAs(world, person, { now: new Date() });
	const cookie = await signIn(clients[0], person.email);
	const { rows } = await world.owner.query<{ id: string }>(
		"select id from sessions where user_id = $1 and id <> $2",
		[person.id, account.sessionId],
	);
	return {
		world,
		client: clients[0],
		person,
		sessionId: rows[0]?.id ?? "",
		cookie,
		elsewhere: account,
		owner: house.owner,
		location: house.location,
	};
}

/** How every process answers the cookie: a page, the data of a page, and an action. */
async function answersTo(cookie: string) {
	const path = `/agencies/${house.agency.slug}/keys`;
	const asked = clients.flatMap((client) =>
		Array.from({ length: CONNECTIONS }, async () => {
			const page = await client.send({ path, headers: { Cookie: cookie } });
			const data = await client.send({ path: `${path}?_rsc`, headers: { Cookie: cookie, RSC: "1" } });
			const acted = await client.send({
				method: "POST",
				path,
				headers: { ...actionHeaders(client.origin, action?.id ?? ""), Cookie: cookie },
				body: encodeArguments([{ agency: house.agency.slug }, { keyId: newId() }]),
			});
			const isShown = data.body.includes(house.agency.name) ? "shown" : "not shown";
			return `page ${page.status} ${page.headers.location ?? ""}, data ${isShown}, action ${outcomeOf(acted)}`;
		}),
	);
	return [...new Set(await Promise.all(asked))];
}

const expired = () =>
	`/sign-in?${new URLSearchParams({ error: "expired", callbackUrl: `/agencies/${house.agency.slug}/keys` })}`;

test.each(DEATHS)(
	"after $name, every process refuses a copy of the cookie on the next request",
	async ({ end }) => {
		const scene = await victim();
		expect(await answersTo(scene.cookie)).toEqual(["page 200 , data shown, action not_found"]);

		await end(scene);

		expect(await answersTo(scene.cookie)).toEqual([
			`page 307 ${expired()}, data not shown, action unauthenticated`,
		]);
	},
);

test("after every role is taken away, every process shows nothing any more on the next request", async () => {
	const { cookie, person } = await victim();
	await answersTo(cookie);

	await world.owner.query("delete from agency_members where user_id = $1", [person.id]);
	await world.owner.query("delete from location_members where user_id = $1", [person.id]);

	expect(await answersTo(cookie)).toEqual(["page 404 , data not shown, action not_found"]);
});

const REVEAL = readManifest().actions.find(({ name }) => name.endsWith("#revealSharedSecretAction"));
const STEP_UP = readManifest().actions.find(({ name }) => name.endsWith("#stepUpAction"));

/** How every process answers who asks, with this cookie, for what needs a proof. */
async function graveAnswersTo(cookie: string) {
	const place = { agency: house.agency.slug };
	const asked = clients.flatMap((client) =>
		Array.from({ length: CONNECTIONS }, () => act(client, REVEAL, cookie, [place, { id: newId() }])),
	);
	return [...new Set(await Promise.all(asked.map(async (reply) => outcomeOf(await reply))))];
}

function act(client: Client, called: typeof action, cookie: string, args: readonly unknown[]) {
	return client.send({
		method: "POST",
		path: `/agencies/${house.agency.slug}/shared-secret`,
		headers: { ...actionHeaders(client.origin, called?.id ?? ""), Cookie: cookie },
		body: encodeArguments(args),
	});
}

test("a copy of the cookie from before a proof gains nothing by it on any process, and ends within ten seconds", async () => {
	const { cookie, sessionId } = await victim();
	const proved = await act(clients[0], STEP_UP, cookie, [{ password: PASSWORD }]);
	const [successor = ""] = (proved.headers["set-cookie"]?.[0] ?? "").split(";");

	expect(await graveAnswersTo(successor)).toEqual(["not_found"]);
	expect(await graveAnswersTo(cookie)).toEqual(["step_up_required"]);
	await world.owner.query("update sessions set ended_at = ended_at - interval '10 seconds' where id = $1", [
		sessionId,
	]);
	expect(await graveAnswersTo(cookie)).toEqual(["unauthenticated"]);
	expect(await graveAnswersTo(successor)).toEqual(["not_found"]);
});
