import { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { incomingRequest } from "#lib/testing/incoming-request.ts";

process.env.APP_ORIGIN = "https://keys.example.com";
// Reads the environment when it is loaded.
const { receive } = await import("./receive.ts");

test.each([
	[{ method: "TRACE", url: "/" }],
	[{ method: "GET", url: "//evil.example/" }],
	[{ method: "POST", url: "/agencies/demo" }],
])("what the gate refuses is told to come by TLS too: %j", (arriving) => {
	const request = incomingRequest({ ...arriving, headers: [["Host", "keys.example.com"]] });
	const response = new ServerResponse(request);

	receive(request, response, {} as never, async () => {});

	expect(response.statusCode).toBeGreaterThanOrEqual(400);
	expect(response.getHeader("Strict-Transport-Security")).toMatch(/^max-age=\d{8}; includeSubDomains$/);
});
