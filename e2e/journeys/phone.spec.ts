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
	});
}
