import { expect, test } from "vitest";
import { incomingRequest } from "#lib/testing/incoming-request.ts";
import { leadVisitorsPost } from "./visitors-post.ts";

const FORM = "/f/01890000-0000-7000-8000-000000000000";

const led = (method: string, path: string) => {
	const request = incomingRequest({
		method,
		url: path,
		headers: [
			["Host", "localhost"],
			["Next-Action", "x"],
		],
	});
	leadVisitorsPost(request, path);
	return { url: request.url, action: request.headers["next-action"] };
};

test("what visitors send goes to its route, and never to the decoder of server actions", () => {
	const route = "/api/auth/form?form=01890000-0000-7000-8000-000000000000";

	expect(led("POST", FORM)).toEqual({ url: route, action: undefined });
});

test.each([
	["GET", FORM],
	["POST", "/f/x"],
	["POST", "/agencies/demo"],
])("%s %s stays where it is", (method, path) => {
	expect(led(method, path)).toEqual({ url: path, action: "x" });
});
