import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { incomingRequest } from "#lib/testing/incoming-request.ts";
import { checkActionBody, checkActionCall, withBody } from "./action-call.ts";

const ID = "60".padEnd(42, "a");

const call = (headers: Record<string, string>) =>
	checkActionCall(incomingRequest({ method: "POST", headers: Object.entries(headers) }));

describe("a call of an action", () => {
	test("is what our own pages send", () => {
		expect(call({ "Next-Action": ID, "Content-Type": "text/plain;charset=UTF-8" })).toBeNull();
	});

	test.each([
		[{ "Content-Type": "text/plain" }, "malformed_request"],
		[{ "Next-Action": "x", "Content-Type": "text/plain" }, "malformed_request"],
		[{ "Next-Action": `${ID}!`, "Content-Type": "text/plain" }, "malformed_request"],
		[{ "Next-Action": ID }, "unsupported_media_type"],
		[{ "Next-Action": ID, "Content-Type": "multipart/form-data; boundary=x" }, "unsupported_media_type"],
		[{ "Next-Action": ID, "Content-Type": "application/x-www-form-urlencoded" }, "unsupported_media_type"],
	])("is not %j", (headers, code) => {
		expect(call(headers)).toMatchObject({ code });
	});
});

describe("the arguments of an action", () => {
	test.each([
		"[]",
		'[{"agency":"demo"},{"title":"Café","scopes":["contacts.readonly"],"expiresAt":null,"on":true,"n":1}]',
		'["$$5 off","$undefined",{"description":"$$"}]',
	])("are plain values: %s", (body) => {
		expect(checkActionBody(Buffer.from(body))).toBeNull();
	});

	test.each([
		"",
		"null",
		"5",
		"{}",
		"[",
		'["$F1"]',
		'["$9"]',
		'["$n999999"]',
		'["$B1"]',
		'["$r1","$R1"]',
		'["$0:__proto__"]',
		'[{"deep":{"er":"$K1"}}]',
		'[{"__proto__":{"admin":true}}]',
		`${"[".repeat(20_000)}${"]".repeat(20_000)}`,
		"[".repeat(13) + "]".repeat(13),
	])("are nothing else: %s", (body) => {
		expect(checkActionBody(Buffer.from(body))).toMatchObject({ code: "malformed_request" });
	});

	test("are UTF-8", () => {
		expect(checkActionBody(Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]))).not.toBeNull();
	});
});

test("a request whose body was looked at can be read again", async () => {
	const request = incomingRequest({ method: "POST", url: "/x?y", headers: [["Cookie", "a=b"]] });

	const again = withBody(request, Buffer.from("[1]"));

	expect(again).toMatchObject({ method: "POST", url: "/x?y", headers: { cookie: "a=b" } });
	expect(await text(again)).toBe("[1]");
});
