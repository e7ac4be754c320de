import { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { SIGNATURE_HEADER, TIMESTAMP_HEADER } from "#lib/core/signed-request.ts";
import { incomingRequest } from "#lib/testing/incoming-request.ts";
import { prepareForPages } from "./prepare-for-pages.ts";

/** A request as Next is given it. */
function prepared(url: string, headers: [string, string][]) {
	const request = incomingRequest({ url, headers });
	const facts = { address: "203.0.113.7", requestId: "id" };
	prepareForPages(request, new ServerResponse(request), facts, { https: true, development: false });
	return request;
}

describe("what a client says in the server's name", () => {
	test.each(["X-Latchkey-Target", "X-Latchkey-Address", "X-Latchkey-Path", "X-Nonce", "X-Request-Id"])(
		"is not handed on: %s",
		(name) => {
			const { headers } = prepared("/api/v2/keys/me?a", [[name, "forged"]]);

			expect(Object.values(headers)).not.toContain("forged");
		},
	);
});

test("an API request keeps its signature, and the address that it signs", () => {
	const { headers, url } = prepared("/api/v2/keys/me/?a", [
		["X-Latchkey-Timestamp", "1763726400"],
		["X-Latchkey-Signature", "v1=00"],
	]);

	expect(headers[TIMESTAMP_HEADER]).toBe("1763726400");
	expect(headers[SIGNATURE_HEADER]).toBe("v1=00");
	expect(headers["x-latchkey-target"]).toBe("/api/v2/keys/me/?a");
	expect(url).toBe("/api/v2/keys/me?a");
});
