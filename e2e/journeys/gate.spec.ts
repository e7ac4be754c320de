import { demo, expect, keysOf, test } from "../fixtures.ts";

test("posts from elsewhere, and posts before sign-in, change nothing and reach no page", async ({
	page,
	signIn,
	baseURL,
	playwright,
}) => {
	const origin = new URL(baseURL ?? "").origin;
	const stranger = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
	const action = { "Next-Action": "0".repeat(42), "Content-Type": "text/plain;charset=UTF-8" };
	const before = await stranger.post(keysOf.agency, { headers: { ...action, Origin: origin }, data: "[]" });
	expect(before.status()).toBe(401);
	await stranger.dispose();

	await signIn("ADMIN");
	for (const claimed of [
		undefined,
		"null",
		"https://evil.example",
		`${origin}.evil.example`,
		"not an origin",
	]) {
		const answer = await page.request.post("/api/auth/sign-out", {
			headers: claimed === undefined ? {} : { Origin: claimed },
		});
		expect(answer.status(), `Origin ${claimed}`).toBe(403);
	}
	const crossSite = await page.request.post(keysOf.agency, {
		headers: { ...action, Origin: origin, "Sec-Fetch-Site": "cross-site" },
		data: "[]",
	});
	expect(crossSite.status()).toBe(403);
	await page.reload();
	await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
});

test("every page says what it may load, and that nobody may keep it", async ({ page, signIn }) => {
	await signIn("OWNER");
	const answer = await page.request.get(keysOf.agency);
	const headers = answer.headers();

	expect(headers["content-security-policy"]).toMatch(/script-src 'nonce-[\w+/=]+' 'strict-dynamic'(?:;| )/);
	expect(headers["content-security-policy"]).not.toContain("unsafe-eval");
	expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
	expect(headers["cache-control"]).toContain("no-store");
	expect(headers["x-content-type-options"]).toBe("nosniff");
	expect(headers["x-powered-by"]).toBeUndefined();
	const nonces = new Set<string>();
	for (let visit = 0; visit < 2; visit++) {
		const policy = (await page.request.get("/sign-in")).headers()["content-security-policy"] ?? "";
		nonces.add(/nonce-([\w+/=]+)/.exec(policy)?.[1] ?? "");
	}
	expect(nonces.size).toBe(2);
});

test("no page holds the text of a key or a password", async ({ page, signIn }) => {
	await signIn("OWNER");
	const secrets = [
		...demo.keys.map(({ key }) => key.slice(7)),
		...demo.users.map(({ password }) => password),
	];
	for (const address of [keysOf.agency, `${keysOf.agency}?tab=location`, keysOf.location("harbour")]) {
		for (const headers of [{}, { RSC: "1" }] as Record<string, string>[]) {
			const text = await (await page.request.get(address, { headers })).text();
			for (const secret of secrets) expect(text.includes(secret)).toBe(false);
		}
	}
});
