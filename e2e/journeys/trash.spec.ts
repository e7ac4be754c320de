import type { Page } from "@playwright/test";
import { createKey, expect, expectAccessible, keysOf, newTitle, openMenu, rowOf, test } from "../fixtures.ts";

/** Deletes a key and waits until it is gone from the list. */
async function deleteKey(page: Page, title: string) {
	await openMenu(page, title, "Delete…");
	await page.getByRole("button", { name: "Delete key" }).click();
	await expect(page.getByText(`“${title}” was deleted.`)).toBeVisible();
}

async function openTrash(page: Page) {
	await page.getByRole("link", { name: "Trash", exact: true }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Trash" })).toBeVisible();
}

test("a deleted key is found in the trash, says who deleted it, and works again once restored", async ({
	page,
	signIn,
	askAbout,
}) => {
	const title = newTitle("Thrown away");
	await signIn("OWNER");
	const key = await createKey(page, title);
	await deleteKey(page, title);
	expect((await askAbout(key)).gateway.body.code).toBe("NOT_FOUND");

	await openTrash(page);
	await page.getByRole("textbox", { name: "Search by title" }).fill(title);
	await expect(page).toHaveURL(/q=/);
	await expect(rowOf(page, title)).toContainText("Deleted by");
	await expect(rowOf(page, title)).toContainText("in 30 days");
	await expectAccessible(page);
	await page.getByRole("button", { name: `Restore ${title}` }).click();
	await expect(page.getByText(`“${title}” is back.`)).toBeVisible();
	await expect(page.getByText("Nothing found")).toBeVisible();

	expect((await askAbout(key)).gateway.body.code).toBe("VALID");
	await page.getByRole("link", { name: "API keys" }).last().click();
	await expect(rowOf(page, title)).toContainText("Active");
});

test("a key whose title was taken meanwhile says what to do, and stays in the trash", async ({
	page,
	signIn,
}) => {
	const title = newTitle("Twice");
	await signIn("ADMIN");
	await createKey(page, title);
	await deleteKey(page, title);
	await createKey(page, title);

	await openTrash(page);
	await page.getByRole("button", { name: `Restore ${title}` }).click();

	await expect(
		page
			.getByRole("region", { name: "Notifications" })
			.getByText(/has this title by now. Rename or delete that one/),
	).toBeVisible();
	await expect(rowOf(page, title)).toBeVisible();
});

test("a manager restores the keys of their own location, and its trash alone", async ({ page, signIn }) => {
	const title = newTitle("Local");
	await signIn("MANAGER");
	await createKey(page, title);
	await deleteKey(page, title);

	await openTrash(page);
	await expect(page.getByRole("navigation", { name: "Levels of keys" })).toHaveCount(0);
	await page.getByRole("button", { name: `Restore ${title}` }).click();

	await expect(page.getByText(`“${title}” is back.`)).toBeVisible();
	await expect(page.getByRole("button", { name: `Restore ${title}` })).toHaveCount(0);
});

test("a key that was found in public is deleted without a way back, and the dialog says so", async ({
	page,
	request,
	signIn,
	askAbout,
}) => {
	const title = newTitle("Found");
	await signIn("MANAGER");
	const key = await createKey(page, title);
	await request.post("/api/v2/keys/report-leak", { data: { keys: [key] } });
	await expect.poll(async () => (await askAbout(key)).self.body.code).toBe("REVOKED");
	await page.reload();

	await openMenu(page, title, "Delete…");
	const dialog = page.getByRole("alertdialog");
	await expect(dialog.getByText(/compromised and cannot be restored/)).toBeVisible();
	// Asking about it has used it, unless the report was quicker.
	const asksTitle = dialog.getByRole("textbox", { name: /^Type/ });
	if (await asksTitle.isVisible()) await asksTitle.fill(title);
	await dialog.getByRole("button", { name: "Delete key" }).click();
	await expect(page.getByText(`“${title}” was deleted.`)).toBeVisible();
	await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);

	await openTrash(page);
	await expect(rowOf(page, title)).toContainText("it cannot be restored");
	await expect(page.getByRole("button", { name: `Restore ${title}` })).toHaveCount(0);
});

test("the Agency View has a trash for each level", async ({ page, signIn }) => {
	await signIn("OWNER");
	await page.getByRole("link", { name: /Location keys/ }).click();
	await expect(page).toHaveURL(/tab=location/);

	await openTrash(page);

	await expect(page).toHaveURL(/keys\/trash\?tab=location/);
	await page
		.getByRole("navigation", { name: "Levels of keys" })
		.getByRole("link", { name: "Agency keys" })
		.click();
	await expect(page).toHaveURL(/keys\/trash$/);
	await expectAccessible(page);
});

test.describe("on a phone", () => {
	test.use({ viewport: { width: 320, height: 780 } });

	test("the trash is read and used without sideways scroll", async ({ page, signIn }) => {
		const title = newTitle("Phone trash");
		await signIn("MANAGER");
		await createKey(page, title);
		await deleteKey(page, title);

		await openTrash(page);
		await expect(rowOf(page, title)).toBeVisible();

		const { scrollWidth, clientWidth } = await page.evaluate(() => {
			const { scrollWidth, clientWidth } = document.documentElement;
			return { scrollWidth, clientWidth };
		});
		expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
		await expectAccessible(page);
	});
});

test.describe("for those who may not change keys", () => {
	test.use({ expectedConsole: [/404 \(Not Found\)/] });

	for (const role of ["MEMBER", "VIEWER"] as const) {
		test(`there is no trash for a ${role.toLowerCase()}`, async ({ page, signIn }) => {
			await signIn(role);
			await expect(page.getByRole("link", { name: "Trash" })).toHaveCount(0);

			for (const address of [keysOf.agency, keysOf.location("riverside")]) {
				expect((await page.goto(`${address}/trash`))?.status()).toBe(404);
			}
		});
	}
});
