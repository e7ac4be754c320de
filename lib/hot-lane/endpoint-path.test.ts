import { expect, test } from "vitest";
import { endpointPath, isEndpoint } from "./answer.ts";

test.each([
	["/", "/"],
	["/api/v2/keys/me", "/api/v2/keys/me"],
	["/api/v2/keys/me/", "/api/v2/keys/me"],
	["/api/v2/keys/me///", "/api/v2/keys/me"],
	["/api/v2/keys/me/?a=/b/", "/api/v2/keys/me"],
	["/api/v2/keys/me?a?b", "/api/v2/keys/me"],
	["/?a", "/"],
	["//", "/"],
])("the path of %s is %s", (url, path) => {
	expect(endpointPath(url)).toBe(path);
});

test.each(["/api/v2/keys/verify", "/api/v2/keys/me", "/api/v1/me", "/api/health/live", "/api/health/ready"])(
	"%s is answered here",
	(path) => {
		expect(isEndpoint(path)).toBe(true);
	},
);

test.each(["/", "/api", "/api//v1/me", "/api/v1/ME", "/constructor", "__proto__", "/api/v2/keys/%6de"])(
	"%s is not",
	(path) => {
		expect(isEndpoint(path)).toBe(false);
	},
);
