import createClient from "openapi-fetch";
import { expect, test } from "vitest";
import { openEntrances, testSurroundings } from "#lib/testing/entrances.ts";
import { makeAgency, makeKey } from "#lib/testing/factories.ts";
import type { paths } from "#lib/testing/native-api.d.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const { entrances, reported } = await openEntrances(testSurroundings(world.database));

/** Hands what the client sends to an entrance. */
async function send(request: Request): Promise<Response> {
	const { pathname, search } = new URL(request.url);
	const body = await request.text();
	const reply = await entrances[0]?.send({
		method: request.method,
		path: pathname + search,
		headers: Object.fromEntries(request.headers),
		...(body !== "" && { body }),
	});
	if (!reply) throw new Error("there is no entrance");
	return new Response(reply.body || null, { status: reply.status, headers: reply.headers });
}

const clientOf = ({ secret }: { secret: string }) =>
	createClient<paths>({
		baseUrl: "https://keys.example.test",
		fetch: send,
		headers: { Authorization: `Bearer ${secret}` },
	});

test("a client that is generated from the document makes, verifies, lists, changes, rotates and deletes a key", async () => {
	const agency = await makeAgency(world);
	const manager = await makeKey(world, agency, {
		scopes: ["contacts.readonly", "keys.write", "keys.verify", "usage.readonly", "audit.readonly"],
	});
	const client = clientOf(manager);

	const made = await client.POST("/api/v2/keys", {
		params: { header: { "Idempotency-Key": "one" } },
		body: { level: "AGENCY", title: "Website", scopes: ["contacts.readonly"] },
	});
	const keyId = made.data?.id ?? "";
	const path = { keyId };
	const verdict = await client.POST("/api/v2/keys/verify", { body: { key: made.data?.key ?? "" } });
	const page = await client.GET("/api/v2/keys", { params: { query: { limit: 1 } } });
	const edited = await client.PATCH("/api/v2/keys/{keyId}", { params: { path }, body: { title: "Shop" } });
	const rotated = await client.POST("/api/v2/keys/{keyId}/rotate", {
		params: { path },
		body: { overlapSeconds: 60 },
	});
	const own = await clientOf({ secret: rotated.data?.key ?? "" }).GET("/api/v2/keys/me");
	const usage = await client.GET("/api/v2/keys/{keyId}/usage", { params: { path, query: { by: "hour" } } });
	const events = await client.GET("/api/v2/audit-events", { params: { query: { group: "keys" } } });
	const deleted = await client.DELETE("/api/v2/keys/{keyId}", { params: { path } });

	expect(verdict.data).toMatchObject({ valid: true, keyId });
	expect(page.data?.data).toMatchObject([{ id: keyId, title: "Website" }]);
	expect(edited.data).toMatchObject({ title: "Shop", propagated: true });
	expect(own.data?.keyId).toBe(keyId);
	expect(usage.data?.keyId).toBe(keyId);
	expect(events.data?.data.map(({ action }) => action)).toEqual(["key.rotate", "key.edit", "key.create"]);
	expect(deleted.data).toMatchObject({ deleted: true });
	expect(reported).toEqual([]);
});

test("it tells a refusal as the problem that it is", async () => {
	const manager = await makeKey(world, await makeAgency(world), { scopes: ["keys.write"] });

	const { data, error } = await clientOf(manager).POST("/api/v2/keys", {
		body: { level: "AGENCY", title: "Beyond", scopes: ["users.write"] },
	});

	expect(data).toBeUndefined();
	expect(error).toMatchObject({ status: 403, code: "forbidden", errors: [{ field: "scopes" }] });
});
