import { expect, test } from "vitest";
import { POST } from "./route.ts";

const choose = (form: Record<string, string>) =>
	POST(
		new Request("http://localhost/api/auth/language", { method: "POST", body: new URLSearchParams(form) }),
	);

test("a language that is offered is kept for a year, and its page is shown again", async () => {
	const { status, headers } = await choose({ language: "en", back: "/account" });

	expect([status, headers.get("location")]).toEqual([303, "/account"]);
	expect(headers.get("set-cookie")).toMatch(
		/^latchkey-language=en; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax/,
	);
});

test.each(["tlh", "", "en; Path=/evil"])(
	"%o is no language that is offered: that is said, and nothing is kept",
	async (language) => {
		const response = await choose({ language, back: "/sign-in" });

		expect([response.status, response.headers.get("set-cookie")]).toEqual([400, null]);
		expect(await response.text()).toContain("language: choose one of en");
	},
);

test.each(["//evil.example", "https://evil.example/", ""])("nobody is led to %o", async (back) => {
	const response = await choose({ language: "en", back });

	expect([response.status, response.headers.get("location")]).toEqual([400, null]);
	expect(await response.text()).toContain("back: ");
});
