import { createKey, expect, expectAccessible, newTitle, rowOf, test } from "../fixtures.ts";

for (const width of [320, 390]) {
	test.describe(`${width} pixels wide`, () => {
		test.use({ viewport: { width, height: 780 } });

		test("a key is made and found without sideways scroll", async ({ page, signIn }) => {
			const title = newTitle("Phone key");
			await signIn("MANAGER");
			await createKey(page, title);

			await page.getByRole("textbox", { name: "Search by title" }).fill(title);
			await expect(page).toHaveURL(/q=/);
			await expect(rowOf(page, title)).toBeVisible();
			const { scrollWidth, clientWidth } = await page.evaluate(() => {
				const { scrollWidth, clientWidth } = document.documentElement;
				return { scrollWidth, clientWidth };
			});
			expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
			await expectAccessible(page);
		});

		test("filters stay away until they are wanted, and are seen while they narrow the list", async ({
			page,
			signIn,
		}) => {
			await signIn("MANAGER");
			const status = page.getByRole("combobox", { name: "Status" });
			const filters = page.getByRole("button", { name: /^Filters and more/ });
			await expect(status).toBeHidden();
			await expect(filters).toHaveAttribute("aria-expanded", "false");
			await expect(async () => {
				if (await status.isHidden()) await filters.press("Enter");
				await expect(status).toBeVisible({ timeout: 1_000 });
			}).toPass();
			await expectAccessible(page);

			await status.click();
			await page.getByRole("option", { name: "Inactive" }).click();
			await expect(page).toHaveURL(/status=inactive/i);
			await expect(filters).toHaveAccessibleName("Filters and more, 1 in use");
			await page.reload();
			await expect(filters).toHaveAttribute("aria-expanded", "true");
			await expect(async () => {
				await page.getByRole("button", { name: "Clear filters" }).first().click({ timeout: 1_000 });
				await expect(page).not.toHaveURL(/status=/, { timeout: 1_000 });
			}).toPass();
			await expect(filters).toHaveAccessibleName("Filters and more");
		});
	});
}
