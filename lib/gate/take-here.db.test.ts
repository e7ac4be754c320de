import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { TRAP } from "#lib/core/crm/form-parts.ts";
import { SENT_BACK_HEADER, unpackSentBack } from "#lib/core/crm/sent-back.ts";
import { newId } from "#lib/core/ids.ts";
import { testSurroundings } from "#lib/testing/entrances.ts";
import { makeAgency, makeLocation } from "#lib/testing/factories.ts";
import { makeForm, storedSubmissions } from "#lib/testing/forms.ts";
import { serveHere } from "#lib/testing/serve-here.ts";
import { testWorld } from "#lib/testing/world.ts";
import { takeHere } from "./take-here.ts";

const world = await testWorld();

/** Stands where Next does: says which page it was asked for, and with what. */
const origin = await serveHere(async (request, response: ServerResponse) => {
	const path = (request.url ?? "").split("?", 1)[0] ?? "";
	const address = String(request.headers["x-test-address"] ?? "203.0.113.1");
	const arrival = { path, address, requestId: newId() };
	if (await takeHere(request, response, arrival, testSurroundings(world.database))) return;
	const sentBack = unpackSentBack(String(request.headers[SENT_BACK_HEADER]));
	response.end(JSON.stringify({ method: request.method, url: request.url, sentBack }));
});

const formSomewhere = async () => makeForm(world, await makeLocation(world, await makeAgency(world)));

const post = (path: string, body: string | URLSearchParams, headers: Record<string, string> = {}) =>
	fetch(origin + path, { method: "POST", body, headers, redirect: "manual" });

const asJson = (path: string, body: unknown, headers: Record<string, string> = {}) =>
	post(path, JSON.stringify(body), { "Content-Type": "application/json", ...headers });

test("what a browser's form sends is taken, and the browser is led to the thanks", async () => {
	const { id } = await formSomewhere();

	const reply = await post(`/f/${id}/?from=mail`, new URLSearchParams({ email: "ada@example.com" }), {
		Referer: "https://user:secret@agency.example/contact?session=1#top",
	});

	expect([reply.status, reply.headers.get("location")]).toEqual([303, `/f/${id}/thanks`]);
	expect(await storedSubmissions(world, id)).toMatchObject([
		{ email: "ada@example.com", page: { url: "https://agency.example/contact" } },
	]);
});

test("a browser's form that is refused becomes its page again, with what was typed and what is wrong", async () => {
	const { id } = await formSomewhere();
	const typed = { first_name: 'Ada "ß" <b>', email: "nobody", message: "one\r\ntwo" };

	const reply = await post(`/f/${id}?from=mail`, new URLSearchParams(typed), { "Next-Action": "x" });

	expect(reply.status).toBe(422);
	expect(reply.headers.get("access-control-allow-origin")).toBe("*");
	expect(await reply.json()).toMatchObject({
		method: "GET",
		url: `/f/${id}`,
		sentBack: { answers: typed, errors: [{ field: "email" }] },
	});
	expect(await storedSubmissions(world, id)).toEqual([]);
});

test("a program is told in JSON which answer was wrong, and that a form is not there", async () => {
	const { id } = await formSomewhere();

	const wrong = await asJson(`/f/${id}`, {});
	const gone = await asJson(`/f/${newId()}`, { email: "ada@example.com" });

	expect([wrong.status, await wrong.json()]).toMatchObject([
		422,
		{ code: "invalid_input", errors: [{ field: "email" }] },
	]);
	expect([gone.status, await gone.json()]).toMatchObject([404, { code: "not_found" }]);
});

test.each([
	["{", 400],
	["", 400],
	["[]", 422],
	["null", 422],
	['"text"', 422],
	[`{"${"a".repeat(101)}":1}`, 422],
])("JSON that is no answers is refused: %j", async (body, status) => {
	const { id } = await formSomewhere();

	const reply = await post(`/f/${id}`, body, { "Content-Type": "application/json; charset=utf-8" });

	expect(reply.status).toBe(status);
	expect(reply.headers.get("access-control-allow-origin")).toBe("*");
});

test("whoever fills the field that nobody sees is told what everybody is told, and nothing is kept", async () => {
	const { id } = await formSomewhere();
	const answers = { email: "ada@example.com", [TRAP]: "https://spam.example" };

	const json = await asJson(`/f/${id}`, answers);
	const form = await post(`/f/${id}`, new URLSearchParams(answers));
	const wrong = await asJson(`/f/${id}`, { ...answers, email: "" });
	const gone = await asJson(`/f/${newId()}`, answers);

	expect(await json.json()).toEqual({ status: "received", message: "Thanks a lot.", redirectTo: null });
	expect([json.status, form.status, wrong.status, gone.status]).toEqual([201, 303, 422, 404]);
	expect(await storedSubmissions(world, id)).toEqual([]);
});

test("a network that sends too much is told how long to wait, and a browser keeps what was typed", async () => {
	const { id } = await formSomewhere();
	const from = { "X-Test-Address": "203.0.113.60" };
	for (let sent = 0; sent < 60; sent++) await asJson(`/f/${newId()}`, {}, from);

	const json = await asJson(`/f/${id}`, { email: "ada@example.com" }, from);
	const form = await post(`/f/${id}`, new URLSearchParams({ email: "ada@example.com" }), from);

	for (const reply of [json, form]) {
		expect(reply.status).toBe(429);
		expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
	}
	expect(await form.json()).toMatchObject({ sentBack: { answers: { email: "ada@example.com" } } });
	expect((await asJson(`/f/${id}`, { email: "ada@example.com" })).status).toBe(201);
});

test("a page of another site may ask whether it may send JSON", async () => {
	const reply = await fetch(`${origin}/f/${newId()}`, { method: "OPTIONS" });

	expect(reply.status).toBe(204);
	expect(Object.fromEntries(reply.headers)).toMatchObject({
		"access-control-allow-origin": "*",
		"access-control-allow-methods": "POST",
		"access-control-allow-headers": "Content-Type",
	});
});
