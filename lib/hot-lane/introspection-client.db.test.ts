import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as oauth from "oauth4webapi";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testSurroundings } from "#lib/testing/entrances.ts";
import { makeAgency, makeKey, makeLocation } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { endpointPath } from "./answer.ts";
import { answerHere } from "./node-entrance.ts";

/** A client of RFC 7662 that knows nothing of this product. */
const world = await testWorld();
const surroundings = testSurroundings(world.database);
const reported: unknown[] = [];
const server = createServer((request, response) => {
	const arrival = {
		address: "203.0.113.7",
		requestId: "the-request",
		path: endpointPath(request.url ?? "/"),
	};
	answerHere(request, response, arrival, surroundings, (error) => reported.push(error));
});
beforeAll(() => once(server.listen(0, "127.0.0.1"), "listening"));
afterAll(() => void server.close());

const CLIENT: oauth.Client = { client_id: "a-gateway" };
const overHttp = { [oauth.allowInsecureRequests]: true };

function authorizationServer(): oauth.AuthorizationServer {
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return { issuer, introspection_endpoint: `${issuer}/api/v2/introspect` };
}

/** The caller's own key stands in Authorization, where the RFC leaves the means to both sides. */
const withKey =
	(key: { secret: string }): oauth.ClientAuth =>
	(_server, _client, _body, headers) =>
		headers.set("authorization", `Bearer ${key.secret}`);

async function introspect(caller: { secret: string }, token: string) {
	const as = authorizationServer();
	const response = await oauth.introspectionRequest(as, CLIENT, withKey(caller), token, overHttp);
	return oauth.processIntrospectionResponse(as, CLIENT, response);
}

async function arrange() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const caller = await makeKey(world, agency, { scopes: ["keys.verify"] });
	return { agency, location, caller };
}

describe("an RFC 7662 client that was not written for us", () => {
	test("reads whose a good key is, what it may do and until when", async () => {
		const { agency, location, caller } = await arrange();
		const expiresAt = new Date("2099-01-01T00:00:00Z");
		const key = await makeKey(world, agency, { location, scopes: ["contacts.readonly"], expiresAt });

		const answer = await introspect(caller, key.secret);

		expect(answer).toMatchObject({
			active: true,
			scope: "contacts.readonly",
			client_id: key.id,
			sub: location.id,
			exp: expiresAt.getTime() / 1_000,
			token_type: "Bearer",
		});
		expect(reported).toEqual([]);
	});

	test("reads of every other token that it is not active, and no more", async () => {
		const { agency, caller } = await arrange();
		const stranger = await makeKey(world, await makeAgency(world));
		const revoked = await makeKey(world, agency, { revoked: true });

		for (const token of ["not-a-key", stranger.secret, revoked.secret]) {
			expect(await introspect(caller, token)).toEqual({ active: false });
		}
	});

	test("takes a refusal of its own key for the challenge that it is", async () => {
		const { agency } = await arrange();
		const caller = await makeKey(world, agency, { scopes: ["contacts.readonly"] });

		const refused = introspect(caller, caller.secret);

		await expect(refused).rejects.toBeInstanceOf(oauth.WWWAuthenticateChallengeError);
		await expect(refused).rejects.toMatchObject({
			status: 403,
			cause: [{ scheme: "bearer", parameters: { error: "insufficient_scope", scope: "keys.verify" } }],
		});
	});
});
