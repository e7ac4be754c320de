import { demo, expect, expectAccessible, keysOf, test } from "../fixtures.ts";

test("a wrong password and an unknown address get the same answer, and the address stays typed", async ({
	page,
}) => {
	const answers = [];
	for (const email of [demo.users[0]?.email ?? "", "nobody@demo.example"]) {
		await page.goto("/sign-in");
		await page.getByLabel("E-mail").fill(email);
		await page.getByLabel("Password", { exact: true }).fill("certainly wrong");
		await page.getByRole("button", { name: "Sign in" }).click();
		await expect(page.getByText(/do not match/)).toBeVisible();
		await expect(page.getByLabel("E-mail")).toHaveValue(email);
		answers.push(await page.locator("main").textContent());
	}
	expect(answers[0]).toBe(answers[1]);
	await expectAccessible(page);
});

test("signing out ends the session also for a copy of its cookie", async ({
	page,
	signIn,
	context,
	browser,
	baseURL,
}) => {
	await signIn("ADMIN");
	const cookies = await context.cookies();

	await page.getByRole("button", { name: /^Account of/ }).click();
	await page.getByRole("menuitem", { name: "Sign out" }).click();
	await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();

	const thief = await browser.newContext({ ...(baseURL && { baseURL }) });
	await thief.addCookies(cookies);
	const answer = await thief.request.get(keysOf.agency, { maxRedirects: 0 });
	expect(answer.headers().location).toContain("/sign-in");
	await thief.close();
});

test("a link into the product leads there after sign-in", async ({ page }) => {
	const user = demo.users.find(({ role }) => role === "ADMIN");
	await page.goto(`${keysOf.agency}?tab=location&sort=title`);
	await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();

	await page.getByLabel("E-mail").fill(user?.email ?? "");
	await page.getByLabel("Password", { exact: true }).fill(user?.password ?? "");
	await page.getByRole("button", { name: "Sign in" }).click();

	await expect(page).toHaveURL(/tab=location&sort=title/);
});

test("sign-in works without scripts", async ({ browser, baseURL }) => {
	const user = demo.users.find(({ role }) => role === "VIEWER");
	const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
	const page = await context.newPage();
	await page.goto("/sign-in");
	await page.getByLabel("E-mail").fill(user?.email ?? "");
	await page.getByLabel("Password", { exact: true }).fill(user?.password ?? "");
	await page.getByRole("button", { name: "Sign in" }).click();

	await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
	await context.close();
});

test("the pages that nobody signs in for are accessible", async ({ page }) => {
	await page.goto("/developers/errors");
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	await expectAccessible(page);
	await page.goto("/sign-in");
	await expectAccessible(page);
});
