import { beforeAll, expect, test, vi } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { addToAgency } from "#lib/services/people/add-to-agency.ts";
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
	return { world, client: clients[0], person, cookie: await signIn(clients[0], person.email) };
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

test("after a role is taken away, every process shows nothing any more on the next request", async () => {
	const { cookie, person } = await victim();
	await answersTo(cookie);

	await world.owner.query("delete from agency_members where user_id = $1", [person.id]);

	expect(await answersTo(cookie)).toEqual(["page 404 , data not shown, action not_found"]);
});
