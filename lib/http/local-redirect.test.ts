import { describe, expect, test } from "vitest";
import { localPath, seeOther } from "./local-redirect.ts";

describe("an address to go to after signing in", () => {
	test.each([
		["/", "/"],
		["/agencies/demo/keys", "/agencies/demo/keys"],
		["/agencies/demo?tab=location&q=a%20b", "/agencies/demo?tab=location&q=a%20b"],
		["/a#b", "/a"],
		["/?next=https://evil.example", "/?next=https://evil.example"],
		["/a/../b", "/b"],
		["/é", "/%C3%A9"],
	])("on this site is kept: %s", (address, path) => {
		expect(localPath(address)).toBe(path);
	});

	test.each([
		null,
		"",
		"agencies",
		"//evil.example",
		"///evil.example",
		"////evil.example/%2f..",
		"/\\evil.example",
		"\\\\evil.example",
		"/\\/evil.example",
		"/\t/evil.example",
		"/\n/evil.example",
		"/\r/evil.example",
		"\t//evil.example",
		" //evil.example",
		"/.//evil.example",
		"/..//evil.example",
		"/a/..//evil.example",
		"/%2e//evil.example",
		"/a/%2e%2e//evil.example",
		"https://evil.example",
		"https:evil.example",
		"http:/evil.example",
		"HTTPS://evil.example",
		"javascript:alert(1)",
		"data:text/html,x",
		"//local.invalid@evil.example",
		"//evil.example:80",
	])("that would lead elsewhere leads home: %j", (address) => {
		expect(localPath(address)).toBe("/");
	});

	// Whatever comes out is resolved by a browser against this site.
	test("never leaves the site, whatever is made of slashes, dots and blanks", () => {
		const parts = ["/", "\\", ".", "%2e", "%2f", "%5c", "\t", "\n", " ", "@", ":", "?", "#", "evil.example"];
		for (const a of parts) {
			for (const b of parts) {
				for (const c of parts) {
					const path = localPath(`/${a}${b}${c}evil.example`);
					expect(new URL(path, "https://keys.example.com").origin, path).toBe("https://keys.example.com");
					expect(path).toMatch(/^\/(?!\/)[\x21-\x7e]*$/);
				}
			}
		}
	});
});

test("going there is done with GET and is not remembered", async () => {
	const response = seeOther("/a", { "Clear-Site-Data": '"cache"' });

	expect(response.status).toBe(303);
	expect(Object.fromEntries(response.headers)).toEqual({
		location: "/a",
		"cache-control": "no-store",
		"clear-site-data": '"cache"',
	});
	expect(await response.text()).toBe("");
});
