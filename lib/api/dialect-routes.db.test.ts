import { afterEach, describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { SCOPES, scopesForLevel } from "#lib/core/scopes.ts";
import { createLocationValue } from "#lib/services/location-values/create.ts";
import { createTag } from "#lib/services/tags/create.ts";
import { makeContact, makeCustomField } from "#lib/testing/contacts.ts";
import { bodyOf, openEntrances, type Sent, testSurroundings } from "#lib/testing/entrances.ts";
import {
	contextFor,
	makeAgency,
	makeKey,
	makeLocation,
	makeMember,
	makePerson,
} from "#lib/testing/factories.ts";
import { makeWorkflow } from "#lib/testing/workflows.ts";
import { testWorld } from "#lib/testing/world.ts";
import type { Route } from "./route.ts";
import { ROUTES } from "./routes.ts";

const world = await testWorld();
const { entrances, reported } = await openEntrances(testSurroundings(world.database));
const agency = await makeAgency(world);
const location = await makeLocation(world, agency);
const sibling = await makeLocation(world, agency);
const everything = await makeKey(world, agency, { scopes: [...SCOPES] });
const nothing = await makeKey(world, agency, { scopes: ["usage.readonly"] });
const local = await makeKey(world, agency, { location, scopes: [...scopesForLevel("LOCATION")] });

afterEach(() => expect(reported.splice(0)).toEqual([]));

const [entrance] = entrances;
if (!entrance) throw new Error("there is no entrance");
const { send } = entrance;

const PATHS = ROUTES.filter(({ dialect }) => dialect === "v1" || dialect === "v2");
const VERSION = { Version: "2021-07-28" };

const BODY_TYPES = { json: "application/json", form: "application/x-www-form-urlencoded" };

/** A call of the route that names nothing that exists but the location. */
const callOf = ({ method, path, body, bodyType }: Route, headers: Record<string, string> = {}): Sent => ({
	method,
	path: path.replaceAll("{locationId}", location.id).replaceAll(/\{\w+\}/g, () => newId()),
	headers: { ...headers, ...(body && { "Content-Type": BODY_TYPES[bodyType ?? "json"] }) },
	...(body && { body: bodyType === "form" ? "" : "{}" }),
});

const bearer = (key: { secret: string }) => ({ Authorization: `Bearer ${key.secret}` });

describe.each(PATHS.map((route) => [`${route.method} ${route.path}`, route] as const))(
	"%s",
	(_name, route) => {
		const readsBoth = {
			v1: { msg: expect.any(String) },
			v2: { message: expect.anything(), error: expect.any(String) },
		};
		const members = route.dialect === "v1" ? readsBoth.v1 : readsBoth.v2;

		test("answers 401 without a key, also behind a slash", async () => {
			const call = callOf(route, VERSION);

			const replies = [await send(call), await send({ ...call, path: `${call.path}/` })];

			expect(replies.map(({ status }) => status)).toEqual([401, 401]);
			expect(bodyOf(replies[1] ?? { status: 0, headers: {}, body: "" })).toMatchObject(members);
		});

		test("answers 403 to a key without the scope", async () => {
			const reply = await send(callOf(route, { ...VERSION, ...bearer(nothing) }));

			expect(bodyOf(reply)).toMatchObject({ status: 403, code: "INSUFFICIENT_PERMISSIONS", ...members });
		});

		test.runIf(route.dialect === "v2")("asks for a version that it knows", async () => {
			const without = await send(callOf(route, bearer(everything)));
			const unknown = await send(callOf(route, { ...bearer(everything), Version: "1999-01-01" }));

			expect(without.status).toBe(400);
			expect(bodyOf(unknown)).toMatchObject({ status: 422, errors: [{ field: "Version" }] });
		});

		test.runIf(route.location === "needed" && !route.path.includes("{locationId}"))(
			"refuses an agency key that names no location",
			async () => {
				const reply = await send(callOf(route, { ...VERSION, ...bearer(everything) }));

				expect(reply.status).toBe(422);
				expect(bodyOf(reply)).toMatchObject({ code: "invalid_input" });
			},
		);

		test.runIf(route.location === "needed")(
			"refuses a key that names a place that it does not act on",
			async () => {
				const call = callOf(route, { ...VERSION, ...bearer(local), "Location-Id": sibling.id });

				const { status } = await send({ ...call, path: call.path.replace(location.id, sibling.id) });

				expect(status).toBe(403);
			},
		);
	},
);

const contact = await makeContact(world, sibling);
const field = await makeCustomField(world, sibling);
const workflow = await makeWorkflow(world, sibling);
const asAdmin = contextFor(world, agency, { role: "ADMIN" });
const value = await createLocationValue(asAdmin, { locationId: sibling.id, name: "Theirs", value: "" });
const tag = await createTag(asAdmin, { locationId: sibling.id, name: "theirs" });
const ownContact = await makeContact(world, location, { firstName: "Own" });
const foreign = await makeAgency(world);
const foreignPlace = await makeLocation(world, foreign);
const stranger = await makeMember(world, foreign, await makePerson(world), "OWNER");

const BODY = JSON.stringify({ firstName: "Mine", tags: ["mine"], name: "Mine" });

test.each([
	["GET", "/api/v2/contacts/{id}", contact.id],
	["PUT", "/api/v2/contacts/{id}", contact.id],
	["DELETE", "/api/v2/contacts/{id}", contact.id],
	["POST", "/api/v2/contacts/{id}/tags", contact.id],
	["DELETE", "/api/v2/contacts/{id}/tags", contact.id],
	["POST", `/api/v2/contacts/${ownContact.id}/workflow/{id}`, workflow.id],
	["GET", "/api/v1/contacts/{id}", contact.id],
	["PUT", "/api/v1/contacts/{id}", contact.id],
	["DELETE", "/api/v1/contacts/{id}", contact.id],
	["POST", "/api/v1/contacts/{id}/tags", contact.id],
	["POST", `/api/v1/contacts/${ownContact.id}/workflow/{id}`, workflow.id],
	["GET", `/api/v2/locations/${location.id}/customFields/{id}`, field.id],
	["PUT", `/api/v2/locations/${location.id}/customFields/{id}`, field.id],
	["DELETE", `/api/v2/locations/${location.id}/customFields/{id}`, field.id],
	["GET", `/api/v2/locations/${location.id}/customValues/{id}`, value.id],
	["PUT", `/api/v2/locations/${location.id}/customValues/{id}`, value.id],
	["DELETE", `/api/v2/locations/${location.id}/customValues/{id}`, value.id],
	["GET", `/api/v2/locations/${location.id}/tags/{id}`, tag.id],
	["PUT", `/api/v2/locations/${location.id}/tags/{id}`, tag.id],
	["DELETE", `/api/v2/locations/${location.id}/tags/{id}`, tag.id],
	["GET", "/api/v2/locations/{id}", foreignPlace.id],
	["PUT", "/api/v2/locations/{id}", foreignPlace.id],
	["DELETE", "/api/v1/locations/{id}", foreignPlace.id],
	["GET", "/api/v2/users/{id}", stranger.id],
	["PUT", "/api/v1/users/{id}", stranger.id],
	["DELETE", "/api/v1/users/{id}", stranger.id],
	["GET", "/api/v2/companies/{id}", foreign.id],
])("%s %s says of another place's record what it says of none", async (method, path, id) => {
	const headers = { ...VERSION, ...bearer(everything), "Content-Type": "application/json" };
	const named = path.includes("contacts") ? { ...headers, "Location-Id": location.id } : headers;
	const ask = (of: string) =>
		send({ method, path: path.replace("{id}", of), headers: named, ...(method !== "GET" && { body: BODY }) });

	const [there, none] = [await ask(id), await ask(newId())];

	expect(there.status).toBe(404);
	expect(there.body).toBe(none.body);
});

test.each([
	["PUT", "/api/v1/locations/{location}/load-snapshot"],
	["GET", "/api/v1/contacts/{id}/tasks"],
	["POST", "/api/v1/contacts/{id}/notes"],
	["GET", "/api/v1/contacts/{id}/appointments"],
	["POST", "/api/v1/contacts/{id}/campaigns/{id}"],
	["GET", "/api/v1/snapshots"],
	["GET", "/api/v2/contacts/{id}/tasks"],
	["POST", "/api/v2/contacts/{id}/notes"],
	["GET", "/api/v2/contacts/{id}/appointments"],
	["GET", "/api/v2/contacts/business/{id}"],
	["POST", "/api/v2/forms/upload-custom-files"],
	["POST", "/api/v2/oauth/token"],
	["GET", "/api/v2/locations/{location}/templates"],
	["POST", "/api/v2/locations/{location}/tasks/search"],
])("%s %s is not here, and says so as clients of its dialect read it", async (method, path) => {
	const headers = { ...VERSION, ...bearer(everything), "Content-Type": "application/json" };
	const call = { method, headers, ...(method !== "GET" && { body: "{}" }) };

	const reply = await send({
		...call,
		path: path.replace("{location}", location.id).replaceAll("{id}", () => newId()),
	});

	expect(reply.headers["content-type"]).toContain("application/problem+json");
	expect(bodyOf(reply)).toMatchObject({
		status: 404,
		code: "not_found",
		...(path.startsWith("/api/v1") ? { msg: expect.any(String) } : { message: expect.any(String) }),
	});
});

test("a key reads what is left of its limits in the headers of the dialect, also when nothing is", async () => {
	const key = await makeKey(world, agency, {
		location,
		scopes: ["links.readonly"],
		rateLimit: { max: 1, seconds: 10 },
	});
	const call = { path: "/api/v2/links/", headers: { ...VERSION, ...bearer(key) } };

	const [good, refused] = [await send(call), await send(call)];

	expect([good.status, refused.status]).toEqual([200, 429]);
	for (const { headers } of [good, refused]) {
		expect(headers).toMatchObject({
			"x-ratelimit-max": "1",
			"x-ratelimit-remaining": "0",
			"x-ratelimit-interval-milliseconds": "10000",
		});
	}
});

test("wrong input is told field by field, as clients of each dialect read it", async () => {
	const call = { headers: { ...VERSION, ...bearer(local) } };

	const v1 = bodyOf(await send({ ...call, path: "/api/v1/contacts?limit=1000" }));
	const v2 = bodyOf(await send({ ...call, path: "/api/v2/contacts?limit=1000" }));

	expect(v1).toMatchObject({ limit: { message: expect.any(String), rule: "invalid" }, status: 422 });
	expect(v2).toMatchObject({ message: [expect.stringContaining("limit")], statusCode: 422 });
});

test("a key that may not make keys makes nobody who may", async () => {
	const key = await makeKey(world, agency, { scopes: ["users.write"] });
	const user = { firstName: "A", lastName: "B", email: "escalates@example.test", type: "agency" };
	const post = (role: string) =>
		send({
			method: "POST",
			path: "/api/v1/users",
			headers: { ...bearer(key), "Content-Type": "application/json" },
			body: JSON.stringify({ ...user, role, password: "twelve sturdy umbrellas 7" }),
		});

	const [admin, member] = [await post("admin"), await post("user")];

	expect([admin.status, member.status]).toEqual([403, 200]);
});
