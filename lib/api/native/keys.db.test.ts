import { afterEach, describe, expect, test } from "vitest";
import { bodyOf, openEntrances, type Sent, testSurroundings } from "#lib/testing/entrances.ts";
import { auditTrail, makeAgency, makeKey, makeLocation, storedKey } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const { entrances, reported } = await openEntrances(testSurroundings(world.database));
const [web] = entrances;

afterEach(() => expect(reported.splice(0)).toEqual([]));

async function ask(secret: string, method: string, path: string, body?: object) {
	const sent: Sent = { method, path, headers: { Authorization: `Bearer ${secret}` } };
	if (body) {
		sent.body = JSON.stringify(body);
		sent.headers = { ...sent.headers, "Content-Type": "application/json" };
	}
	const reply = await web?.send(sent);
	if (!reply) throw new Error("no entrance");
	return { status: reply.status, body: bodyOf(reply), headers: reply.headers };
}

test("smoke", async () => {
	const agency = await makeAgency(world);
	const m = await makeKey(world, agency, {
		scopes: ["keys.write", "contacts.write", "usage.readonly", "audit.readonly"],
	});
	const made = await ask(m.secret, "POST", "/api/v2/keys", {
		level: "AGENCY",
		title: "x",
		scopes: ["contacts.readonly"],
	});
	console.log(made);
	const id = made.body.id;
	console.log(await ask(m.secret, "GET", "/api/v2/keys?limit=1"));
	console.log(
		await ask(m.secret, "GET", "/api/v2/keys?limit=1&unused=true&scope=contacts.readonly&status=Active"),
	);
	console.log(await ask(m.secret, "PATCH", `/api/v2/keys/${id}`, { title: "y" }));
	for (const s of ["disable", "enable", "keep-alive"])
		console.log(await ask(m.secret, "POST", `/api/v2/keys/${id}/${s}`));
	console.log(await ask(m.secret, "POST", `/api/v2/keys/${id}/rotate`, { overlapSeconds: 60 }));
	console.log(await ask(m.secret, "POST", `/api/v2/keys/${id}/end-overlap`));
	console.log(await ask(m.secret, "DELETE", `/api/v2/keys/${id}`));
	console.log(await ask(m.secret, "POST", `/api/v2/keys/${id}/restore`));
	console.log(await ask(m.secret, "POST", `/api/v2/keys/${id}/revoke`, { reason: "no" }));
	console.log(await ask(m.secret, "GET", `/api/v2/keys/${id}/usage`));
	console.log(await ask(m.secret, "GET", `/api/v2/audit-events?limit=2`));
	console.log(await ask(m.secret, "GET", `/api/v2/keys?cursor=abc&limit=0`));
	console.log(await ask(m.secret, "GET", `/api/v2/keys?cursor=abc`));
});
