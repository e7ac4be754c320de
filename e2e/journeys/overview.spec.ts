import { createKey, demo, expect, expectAccessible, newTitle, rowOf, test } from "../fixtures.ts";

const AGENCY = `/agencies/${demo.agency.slug}`;

test("an owner sees what needs them, and each number leads to the keys behind it", async ({
	page,
	signIn,
	askAbout,
}) => {
	const title = newTitle("Narrow key");
	await signIn("OWNER");
	const key = await createKey(page, title);

	expect((await askAbout(key)).self.body.code).toBe("VALID");

	// Uses are counted a moment after they are answered.
	await expect(async () => {
		await page.goto(AGENCY);
		await expect(page.getByText("As a table")).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await expect(page.getByRole("region", { name: "Whether anything needs you" })).toContainText(/need/);
	await expectAccessible(page);
	const headline = page.getByRole("region", { name: "Whether anything needs you" });
	await headline.getByRole("link", { name: /worth a look/ }).click();
	await expect(page.getByRole("heading", { name: "Needs attention" }).locator("[tabindex]")).toBeFocused();
	const wide = page.getByRole("listitem").filter({ hasText: "Full access, or writes keys" });
	await wide.getByRole("link", { name: /agency key/ }).click();

	await expect(page).toHaveURL(/attention=wide/);
	await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
	await expect(rowOf(page, "Active").first()).toBeVisible();
	await expect(rowOf(page, title)).toHaveCount(0);
	await expect(page.getByRole("combobox", { name: "Attention" })).toContainText("Full access");

	await page.goto(`${AGENCY}?period=nonsense`);
	await page.getByRole("link", { name: "30 days" }).click();
	await expect(page).toHaveURL(/period=30d/);
	await page.getByText("As a table").click();
	await expect(page.getByRole("table")).toContainText("Allowed");
	await expect(page.getByRole("link", { name: /^Allowed/ })).toHaveAttribute("href", /sort=lastUsed/);
	await page
		.getByRole("link", { name: /^Revoked/ })
		.first()
		.click();
	await expect(page).toHaveURL(/status=Revoked/);
	await expect(rowOf(page, title)).toHaveCount(0);
});

test("first steps are put away for good by whoever has done with them", async ({ page, signIn }) => {
	await signIn("OWNER");
	await page.goto(AGENCY);
	const steps = page.getByText("First steps", { exact: true });
	const putAway = page.getByRole("button", { name: "Put the first steps away" });
	await expect(page.getByRole("heading", { name: "Needs attention" })).toBeVisible();

	// Somebody for whom this has run before has none any more.
	await expect(async () => {
		if (await steps.isVisible()) await putAway.click({ timeout: 1_000 });
		await expect(steps).toBeHidden({ timeout: 2_000 });
	}).toPass();

	await page.reload();
	await expect(page.getByRole("heading", { name: "Needs attention" })).toBeVisible();
	await expect(steps).toHaveCount(0);
});

test("a location's people see its own overview on a narrow screen, without what is not theirs", async ({
	page,
	signIn,
}) => {
	await signIn("VIEWER");
	await page.setViewportSize({ width: 320, height: 700 });
	await page.getByRole("link", { name: "Overview" }).click();

	await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
	await expect(page.getByRole("heading", { name: "Keys by status" })).toBeVisible();
	await expect(page.getByRole("heading", { name: "Latest events" })).toHaveCount(0);
	await expect(page.getByText("Agency keys")).toHaveCount(0);
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(320);
	await expectAccessible(page);
});
