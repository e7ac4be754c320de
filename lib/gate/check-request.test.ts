import { describe, expect, test } from "vitest";
import { isApiPath } from "#lib/core/api-path.ts";
import { endpointPath } from "#lib/hot-lane/answer.ts";
import { incomingRequest } from "#lib/testing/incoming-request.ts";
import { checkRequest, gateRules, isBrowserWrite } from "./check-request.ts";

const LOOPBACK = gateRules("http://localhost:3000", 65_536);
const PUBLIC = gateRules("https://keys.example.com", 65_536);

type Sent = { method?: string; url?: string; headers?: [string, string][]; rules?: typeof LOOPBACK };

/** Why the gate refuses a request, or null. Headers come on top of a Host that is ours. */
function refusal({ method = "GET", url = "/", headers = [], rules = PUBLIC }: Sent) {
	const hasHost = headers.some(([name]) => name.toLowerCase() === "host");
	const host: [string, string][] = hasHost ? [] : [["Host", rules.hosts[0] ?? ""]];
	const request = incomingRequest({ method, url, headers: [...host, ...headers] });
	return checkRequest(request, endpointPath(url), rules)?.code ?? null;
}

/** A form post from one of our own pages. */
const post = (changes: Record<string, string | null> = {}, sent: Sent = {}) => {
	const headers = { Origin: "https://keys.example.com", "Content-Length": "2", ...changes };
	return refusal({
		method: "POST",
		...sent,
		headers: Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null),
	});
};

describe("the address", () => {
	test.each([
		"/",
		"/agencies/demo?x=1",
		"/a%20b",
		"/a.b/..c",
		"/?next=//evil",
		"/%E2%82%AC",
		`/${"a".repeat(8_191)}`,
	])("%s is let through", (url) => {
		expect(refusal({ url })).toBeNull();
	});

	test.each([
		"",
		"*",
		"http://evil.example/",
		"https://keys.example.com/",
		"evil.example:443",
		"//evil.example/",
		"/\\evil.example",
		"/a?b=\\",
		"/%",
		"/%zz",
		"/%ff",
		"/%c0%af",
		"/%00",
		`/${"a".repeat(8_192)}`,
		"/..",
		"/a/../b",
		"/./a",
		"/%2e%2e/a",
		"/%2E./a",
		"/a/..%2fb",
		"/a%5c..%5cb",
		"/api/v1/../../agencies/demo",
		"/api/health/../../agencies/demo",
		"/api/v1/%2e%2e/%2e%2e/agencies/demo",
	])("%s is refused", (url) => {
		expect(refusal({ url })).toBe("malformed_request");
	});
});

describe("forms for people who are not signed in", () => {
	const url = "/api/auth/sign-in";

	test.each(["application/x-www-form-urlencoded", "application/x-www-form-urlencoded;charset=UTF-8"])(
		"are let through as %s",
		(type) => {
			expect(post({ "Content-Type": type }, { url })).toBeNull();
		},
	);

	test.each([
		null,
		"",
		"text/plain",
		"application/json",
		"multipart/form-data; boundary=x",
		"application/x-www-form-urlencoded-not",
	])("are refused as %j", (type) => {
		expect(post({ "Content-Type": type }, { url })).toBe("unsupported_media_type");
	});
});

describe("methods", () => {
	test.each(["GET", "HEAD"])("%s reaches pages and the API", (method) => {
		expect(refusal({ method })).toBeNull();
		expect(refusal({ method, url: "/api/v2/keys/me" })).toBeNull();
	});

	test.each(["PUT", "PATCH", "DELETE", "OPTIONS"])("%s reaches the API alone", (method) => {
		expect(refusal({ method, url: "/api/v2/keys/me" })).toBeNull();
		expect(refusal({ method })).toBe("method_not_allowed");
	});

	// Next would show the page instead, and whoever forged the call would not hear that it was refused.
	test.each(["GET", "HEAD"])("%s calls no action", (method) => {
		expect(refusal({ method, headers: [["Next-Action", "00"]] })).toBe("method_not_allowed");
	});

	test.each(["TRACE", "CONNECT", "TRACK", "PROPFIND", "get", "QUERY", ""])("%j reaches nothing", (method) => {
		expect(refusal({ method })).toBe("method_not_allowed");
		expect(refusal({ method, url: "/api/v2/keys/me" })).toBe("method_not_allowed");
		expect(refusal({ method, url: "/api/health/live" })).toBe("method_not_allowed");
	});
});

describe("headers", () => {
	test.each(["Host", "Authorization", "Origin", "Content-Type", "Content-Length", "Transfer-Encoding"])(
		"%s cannot be sent twice, in whatever letters, not even with the same value",
		(name) => {
			const value = name === "Host" ? "keys.example.com" : "x";

			expect(
				refusal({
					headers: [
						[name, value],
						[name.toUpperCase(), value],
					],
				}),
			).toBe("malformed_request");
		},
	);

	test("others can", () => {
		expect(
			refusal({
				headers: [
					["Accept", "a"],
					["accept", "b"],
					["X-Forwarded-For", "1"],
					["X-Forwarded-For", "2"],
				],
			}),
		).toBeNull();
	});
});

describe("the host", () => {
	test.each(["keys.example.com", "KEYS.example.com"])("%s is ours", (host) => {
		expect(refusal({ headers: [["Host", host]] })).toBeNull();
	});

	test.each([
		"evil.example",
		"keys.example.com.evil.example",
		"a.keys.example.com",
		"keys.example.com:3000",
		"keys.example.com@evil.example",
		"keys.example.com.",
		"localhost",
		"",
		" ",
	])("%j is not", (host) => {
		expect(refusal({ headers: [["Host", host]] })).toBe("misdirected");
		expect(refusal({ headers: [["Host", host]], url: "/api/v2/keys/me" })).toBe("misdirected");
	});

	test.each(["localhost:3000", "127.0.0.1:3000", "[::1]:3000"])(
		"on loopback goes by any of its names: %s",
		(host) => {
			expect(refusal({ headers: [["Host", host]], rules: LOOPBACK })).toBeNull();
		},
	);

	test.each([
		"localhost",
		"localhost:3001",
		"127.0.0.2:3000",
		"evil.example:3000",
		"localhost.evil.example:3000",
	])("on loopback goes by no other: %s", (host) => {
		expect(refusal({ headers: [["Host", host]], rules: LOOPBACK })).toBe("misdirected");
	});

	test("does not matter to whoever asks after our health", () => {
		expect(refusal({ headers: [["Host", "10.0.0.5:3000"]], url: "/api/health/ready" })).toBeNull();
		expect(refusal({ headers: [["Host", "10.0.0.5:3000"]], url: "/api/healthy" })).toBe("misdirected");
	});
});

describe("a write from a browser", () => {
	test("from one of our own pages is let through", () => {
		expect(post()).toBeNull();
		expect(post({ "Sec-Fetch-Site": "same-origin" })).toBeNull();
		expect(post({ "Content-Length": "65536" })).toBeNull();
		expect(post({ "Content-Length": "0" })).toBeNull();
	});

	test.each([
		null,
		"null",
		"",
		"https://evil.example",
		"https://keys.example.com.evil.example",
		"https://a.keys.example.com",
		"https://keys.example.com:8443",
		"http://keys.example.com",
		"https://keys.example.com/",
		"https://KEYS.example.com",
		"not a url",
		"https://keys.example.com, https://evil.example",
	])("with the Origin %j is refused", (origin) => {
		expect(post({ Origin: origin })).toBe("forbidden");
	});

	test.each(["cross-site", "same-site", "none", "", "SAME-ORIGIN"])(
		"with Sec-Fetch-Site %j is refused",
		(site) => {
			expect(post({ "Sec-Fetch-Site": site })).toBe("forbidden");
		},
	);

	test("without a length, or with too great a one, is refused", () => {
		expect(post({ "Content-Length": null })).toBe("length_required");
		expect(post({ "Content-Length": null, "Transfer-Encoding": "chunked" })).toBe("length_required");
		expect(post({ "Content-Length": "65537" })).toBe("payload_too_large");
		expect(post({ "Content-Length": "9".repeat(400) })).toBe("payload_too_large");
	});

	test("under one name of the loopback does not come from a page under another", () => {
		const sent = (host: string) =>
			refusal({
				method: "POST",
				headers: [
					["Host", host],
					["Origin", "http://localhost:3000"],
					["Content-Length", "0"],
				],
				rules: LOOPBACK,
			});

		expect(sent("localhost:3000")).toBeNull();
		expect(sent("127.0.0.1:3000")).toBe("forbidden");
	});

	test.each([
		"/",
		"/agencies/demo",
		"/api/auth/sign-in",
		"/api/auth/sign-out",
		"/api/v",
		"/api/vx",
		"/api/v1x",
		"/API/v1/me",
		"/%61pi/v1/me",
	])("is what a POST to %s is", (url) => {
		expect(isBrowserWrite("POST", url)).toBe(true);
		expect(post({ Origin: null }, { url })).toBe("forbidden");
	});

	test.each([
		"/api/v1/me",
		"/api/v2",
		"/api/v2/keys/verify",
		"/api/health/live",
		"/api/unkey/v2/keys.verifyKey",
	])("is not what a program sends to %s", (url) => {
		expect(isApiPath(url)).toBe(true);
		expect(post({ Origin: null, "Content-Length": null }, { url })).toBeNull();
	});
});

// The gate meets an address before anybody has looked at it; a slow pattern would be a cheap way to stop the server.
test("an address of sixteen thousand slashes is dealt with at once", () => {
	const url = `/${"/".repeat(16_000)}a`;
	const start = performance.now();

	for (let round = 0; round < 10; round++) refusal({ url });

	expect(performance.now() - start).toBeLessThan(2_000);
});

describe("what visitors send by a form", () => {
	const FORM = "/f/01890000-0000-7000-8000-000000000000";
	const answers = { "Content-Type": "application/x-www-form-urlencoded" };

	test.each([null, "null", "https://agency.example", "not a url"])("may come from %s", (Origin) => {
		expect(post({ ...answers, Origin, "Sec-Fetch-Site": "cross-site" }, { url: FORM })).toBeNull();
		expect(post({ "Content-Type": "application/json", Origin }, { url: `${FORM}/` })).toBeNull();
	});

	test("has a length, is not too long, and is answers", () => {
		expect(post({ ...answers, "Content-Length": null }, { url: FORM })).toBe("length_required");
		expect(post({ ...answers, "Content-Length": "65537" }, { url: FORM })).toBe("payload_too_large");
		for (const type of [null, "text/plain", "multipart/form-data; boundary=x", "application/jsonp"]) {
			expect(post({ "Content-Type": type }, { url: FORM })).toBe("unsupported_media_type");
		}
	});

	test.each([
		`${FORM}/thanks`,
		`${FORM}x`,
		"/f/x",
		"/F/01890000-0000-7000-8000-000000000000",
		"/api/auth/form",
	])("is nothing that is posted to %s", (url) => {
		expect(post({ ...answers, Origin: "https://agency.example" }, { url })).toBe("forbidden");
		expect(refusal({ method: "OPTIONS", url })).toBe("method_not_allowed");
	});

	test("a browser may ask whether a page of another site may send it", () => {
		expect(
			refusal({ method: "OPTIONS", url: FORM, headers: [["Origin", "https://agency.example"]] }),
		).toBeNull();
	});
});
