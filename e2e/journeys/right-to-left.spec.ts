import type { Page } from "@playwright/test";
import { createKey, expect, expectAccessible, newTitle, openMenu, rowOf, test } from "../fixtures.ts";

/** Nothing can be reached by scrolling sideways, and what the page leads with stands on the right. */
async function expectMirrored(page: Page) {
	const { over, home, width } = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		const link = document.querySelector("header a[href='/']")?.getBoundingClientRect();
		return { over: scrollWidth - clientWidth, home: link?.left ?? 0, width: clientWidth };
	});
	expect(over).toBeLessThanOrEqual(0);
	expect(home).toBeGreaterThan(width / 2);
}

async function expectInView(page: Page, role: "dialog" | "menu" | "listbox") {
	const box = await page.getByRole(role).boundingBox();
	expect(box?.x).toBeGreaterThanOrEqual(0);
	expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

for (const width of [1440, 390]) {
	test.describe(`${width} pixels wide`, () => {
		test.use({ viewport: { width, height: 844 } });

		test("header, menus, dialogs and the table are mirrored where one reads from right to left", async ({
			page,
			signIn,
		}) => {
			// No language that is offered is written so yet: the direction is set where such a language would set it.
			await page.addInitScript(() =>
				document.addEventListener("DOMContentLoaded", () => {
					document.documentElement.dir = "rtl";
				}),
			);
			const title = newTitle("Mirrored");
			await signIn("OWNER");
			await createKey(page, title);
			await page.getByRole("textbox", { name: "Search by title" }).fill(title);
			await expect(page).toHaveURL(/q=/);
			await expect(rowOf(page, title)).toBeVisible();
			await expectMirrored(page);
			await expectAccessible(page);

			await page.getByRole("combobox", { name: /Switch view/ }).click();
			await expectInView(page, "listbox");
			await page.keyboard.press("Escape");
			await page.getByRole("button", { name: /Account of/ }).click();
			await expectInView(page, "menu");
			await page.keyboard.press("Escape");

			await openMenu(page, title, "Edit");
			await expectInView(page, "dialog");
			await expectMirrored(page);
		});
	});
}
