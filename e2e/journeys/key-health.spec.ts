import { createKey, expect, expectAccessible, newTitle, test } from "../fixtures.ts";

test("a manager finds a key without an end, gives it one, and records the review", async ({
	page,
	signIn,
}) => {
	const title = newTitle("Without an end");
	await signIn("MANAGER");
	await createKey(page, title);
	await page.getByRole("link", { name: "Key health" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Key health" })).toBeVisible();
	await expect(page.getByRole("link", { name: "Look at “Still on an old secret”" })).toBeVisible();
	await expectAccessible(page);
	// A run before this one may have left a review under way.
	const begin = page.getByRole("button", { name: "Begin review" });
	const finish = page.getByRole("button", { name: "Finish review" });
	await expect(begin.or(finish)).toBeVisible();
	await expect(async () => {
		if (await begin.isVisible()) await begin.click();
		await expect(finish).toBeVisible({ timeout: 3_000 });
	}).toPass();

	await page.getByRole("link", { name: /^No end date/ }).click();
	await expect(async () => {
		await page.getByRole("checkbox", { name: `Select ${title}` }).click();
		await expect(page.getByText("1 key selected")).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await page.getByRole("button", { name: "Set an end date" }).click();
	const dialog = page.getByRole("alertdialog", { name: "Set an end date: 1 key" });
	await expect(dialog.getByText("1 key will change")).toBeVisible();
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Set an end date: 1 key" }).click();
	await expect(dialog.getByText("1 key done, 0 refused")).toBeVisible();
	await expect(dialog.getByRole("button", { name: "Download results" })).toBeVisible();
	await dialog.getByRole("button", { name: "Close" }).click();
	await expect(page.getByRole("link", { name: title })).toBeHidden();

	await finish.click();
	const confirmation = page.getByRole("alertdialog", { name: "Finish this review?" });
	await confirmation.getByRole("textbox", { name: "Note" }).fill("Asked the shop");
	await expectAccessible(page);
	await confirmation.getByRole("button", { name: "Record the review" }).click();
	await expect(page.getByRole("heading", { level: 1, name: /^Review of/ })).toBeVisible();
	await expect(page.getByText("The record is unchanged")).toBeVisible();
	await expect(page.getByRole("list", { name: "Changes" })).toContainText(title);
	await expectAccessible(page);
	const download = page.waitForEvent("download");
	await page.getByRole("link", { name: "Download as CSV" }).click();
	expect((await download).suggestedFilename()).toMatch(/^key-review-.*\.csv$/);
});
