import { expect, test } from "vitest";
import { makeContact } from "#lib/testing/contacts.ts";
import { makeAgency, makeLocation } from "#lib/testing/factories.ts";
import { makeLink, storedClicks } from "#lib/testing/forms.ts";
import { serveHere } from "#lib/testing/serve-here.ts";
import { testWorld } from "#lib/testing/world.ts";
import { followHere } from "./follow-here.ts";

const world = await testWorld();

const origin = await serveHere(async (request, response) => {
	const path = (request.url ?? "").split("?", 1)[0] ?? "";
	const address = String(request.headers["x-test-address"] ?? "203.0.113.1");
	if (!(await followHere(request, response, { path, address }, world.database)))
		response.writeHead(404).end();
});

const SAFARI =
	"Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1";

const follow = (path: string, { method = "GET", ...headers }: Record<string, string> = {}) =>
	fetch(origin + path, { method, headers: { "User-Agent": SAFARI, ...headers }, redirect: "manual" });

async function linkSomewhere() {
	const location = await makeLocation(world, await makeAgency(world));
	return { location, link: await makeLink(world, location) };
}

test("a visitor is led on, by an answer that nobody keeps, and the click is theirs whatever else the address says", async () => {
	const { location, link } = await linkSomewhere();
	const { id } = await makeContact(world, location);

	const reply = await follow(
		`/l/${link.slug}?utm_content=a?b&contact=${id}&contact=x&to=https://evil.example`,
	);

	expect(reply.status).toBe(302);
	expect(Object.fromEntries(reply.headers)).toMatchObject({
		location: "https://example.com/offer",
		"cache-control": "no-store",
		"x-robots-tag": "noindex, nofollow",
	});
	expect(await storedClicks(world, link.id)).toMatchObject([{ contact_id: id, client: SAFARI }]);
});

test.each(["", "x", "%00", "%ff", "' or 1=1 --", "0".repeat(5_000)])(
	"?contact=%s is nobody, and leads on all the same",
	async (contact) => {
		const { link } = await linkSomewhere();

		expect((await follow(`/l/${link.slug}?contact=${contact}`)).status).toBe(302);
		expect(await storedClicks(world, link.id)).toMatchObject([{ contact_id: null }]);
	},
);

test.each<Record<string, string>>([
	{ method: "HEAD" },
	{ "Sec-Purpose": "prefetch;prerender" },
	{ Purpose: "prefetch" },
	{ "X-Purpose": "preview" },
	{ "User-Agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)" },
	{ "User-Agent": "TelegramBot (like TwitterBot)" },
	{ "User-Agent": "WhatsApp/2.23.20.0" },
	{ "User-Agent": "facebookexternalhit/1.1" },
	{ "User-Agent": "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5" },
	{ "User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" },
])("who only looks is led on, and nothing comes of it: %j", async (looking) => {
	const { location, link } = await linkSomewhere();
	const { id } = await makeContact(world, location);

	expect((await follow(`/l/${link.slug}?contact=${id}`, looking)).status).toBe(302);
	expect(await storedClicks(world, link.id)).toEqual([]);
});

test.each([
	"Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36",
	"Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
	"curl/8.9.0",
])("people count with whatever they come: %s", async (client) => {
	const { link } = await linkSomewhere();

	await follow(`/l/${link.slug}`, { "User-Agent": client });

	expect(await storedClicks(world, link.id)).toHaveLength(1);
});

test.each(["POST", "PUT", "DELETE", "OPTIONS"])("%s follows nothing", async (method) => {
	const { link } = await linkSomewhere();

	expect((await follow(`/l/${link.slug}`, { method })).status).toBe(404);
	expect(await storedClicks(world, link.id)).toEqual([]);
});

test.each(["/l/", "/l/nothinghere", "/l/ABC", "/l/a/b", `/l/${"a".repeat(41)}`])(
	"%s leads nowhere",
	async (path) => {
		expect((await follow(path)).status).toBe(404);
	},
);
