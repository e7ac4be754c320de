import { describe, expect, test } from "vitest";
import { contentSecurityPolicy, securityHeaders } from "./security-headers.ts";

const policy = (options: { https: boolean; development: boolean }) =>
	new Map(
		contentSecurityPolicy("bm9uY2U=", options)
			.split("; ")
			.map((directive) => {
				const [name = "", ...values] = directive.split(" ");
				return [name, values] as const;
			}),
	);

describe("what a page may do in production", () => {
	const csp = policy({ https: true, development: false });

	test("is nothing that is not said", () => {
		expect(csp.get("default-src")).toEqual(["'none'"]);
		for (const name of ["object-src", "base-uri", "frame-ancestors"])
			expect(csp.get(name)).toEqual(["'none'"]);
		expect(csp.get("form-action")).toEqual(["'self'"]);
		expect(csp.get("connect-src")).toEqual(["'self'"]);
	});

	test("is run scripts that carry this answer's nonce, and no others", () => {
		expect(csp.get("script-src")).toEqual(["'nonce-bm9uY2U='", "'strict-dynamic'"]);
		expect(csp.get("style-src")).not.toContain("'unsafe-inline'");
		expect([...csp.values()].flat().filter((value) => /unsafe-eval|https?:|\*/.test(value))).toEqual([]);
	});

	test("names every directive once", () => {
		const text = contentSecurityPolicy("x", { https: true, development: false });

		expect(text.split("; ")).toHaveLength(csp.size);
	});
});

test("without TLS nothing asks the browser for it", () => {
	const http = { https: false, development: false };

	expect(policy(http).has("upgrade-insecure-requests")).toBe(false);
	expect(securityHeaders("x", http)).not.toHaveProperty("Strict-Transport-Security");
});

test("with TLS browsers remember it for a year at least, for every host below", () => {
	const header = securityHeaders("x", { https: true })["Strict-Transport-Security"] ?? "";

	expect(Number(/max-age=(\d+)/.exec(header)?.[1])).toBeGreaterThanOrEqual(31_536_000);
	expect(header).toContain("includeSubDomains");
});

test("every page comes with the policy and the walls around it", () => {
	expect(securityHeaders("the policy", { https: true })).toMatchObject({
		"Content-Security-Policy": "the policy",
		"X-Content-Type-Options": "nosniff",
		"X-Frame-Options": "DENY",
		"Referrer-Policy": "same-origin",
		"Cross-Origin-Opener-Policy": "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin",
	});
});
