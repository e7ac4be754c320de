import { createKey, expect, expectAccessible, keysOf, newTitle, test } from "../fixtures.ts";

const HOME = keysOf.location("hillside");
const part = (name: string) => ({ name, exact: true }) as const;

test("an owner sees what a key was used for, by whom, and which of its scopes", async ({
	page,
	signIn,
	request,
}) => {
	const title = newTitle("Used");
	await signIn("OWNER");
	await page.goto(HOME);
	const secret = await createKey(page, title);
	const headers = { Authorization: `Bearer ${secret}` };
	await request.get("/api/v2/forward-auth?scope=contacts.readonly", { headers });
	await page.getByRole("link", { name: title }).click();
	await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
	await page.getByText("Show the programs").click();
	await expect(page.getByRole("figure").filter({ hasText: "/api/v2/keys/verify" })).toBeVisible();
	await expectAccessible(page);

	await page.getByRole("link", part("Usage")).click();
	await expect(page.getByRole("heading", { name: "Verifications" })).toBeVisible();
	await expect(async () => {
		await page.reload();
		const chart = page.getByRole("img", { name: /^Verifications in the last 48 hours: 1 in all/ });
		await expect(chart).toBeVisible({ timeout: 500 });
	}).toPass();
	await expect(page.getByRole("table", { name: "Addresses and clients" })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole("link", part("12 months")).click();
	await expect(
		page.getByRole("img", { name: /^Verifications in the last 12 months: 1 in all/ }),
	).toBeVisible();

	await page.getByRole("link", part("Scopes")).click();
	await expect(page.getByText(/^Used /).first()).toBeVisible();
	await expect(page.getByText(/^Uses of scopes are known since/)).toBeVisible();
	await expectAccessible(page);
});

test("a manager on a phone tries a key without using it", async ({ page, signIn }) => {
	const title = newTitle("Tried");
	await page.setViewportSize({ width: 320, height: 700 });
	await signIn("MANAGER");
	await createKey(page, title);
	await page.getByRole("link", { name: title }).click();
	await page.getByRole("link", part("Try it")).click();
	const answer = page.getByRole("status").filter({ hasText: "It would be" });

	await expect(async () => {
		await page.getByRole("button", part("Try")).click();
		await expect(answer.getByText("It would be allowed")).toBeVisible({ timeout: 2_000 });
	}).toPass();
	await page.getByLabel("Scopes that are asked for").fill("workflows.write");
	await page.getByRole("option", part("workflows.write")).click();
	await page.keyboard.press("Escape");
	await page.getByRole("button", part("Try")).click();
	await expect(answer.getByText("It would be refused")).toBeVisible();
	await expect(answer.getByText("The key does not hold the scope workflows.write.")).toBeVisible();
	await expectAccessible(page);
	await page.getByLabel("Sender's address").fill("nowhere");
	await page.getByRole("button", part("Try")).click();
	await expect(page.getByText("Enter an IPv4 or IPv6 address, such as 203.0.113.7.")).toBeVisible();

	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth > document.documentElement.clientWidth,
	);
	expect(overflow, "nothing scrolls sideways").toBe(false);
	await page
		.getByRole("navigation", { name: "Parts of this key" })
		.getByRole("link", part("Overview"))
		.click();
	await expect(page.getByText("Never").first()).toBeVisible();
});
