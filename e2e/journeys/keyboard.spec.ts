import { expect, keyDialog, newTitle, rowOf, test } from "../fixtures.ts";
import { keyboardOf } from "../keyboard.ts";

test("a key is made, switched off and deleted by keyboard alone", async ({ page, askAbout }) => {
	const title = newTitle("Keyboard key");
	const { press, tabTo, signIn, type } = keyboardOf(page);
	await signIn("OWNER");

	// As for whoever comes to the page from outside: on the way from another page the link keeps the focus.
	await page.reload();
	await press("Tab");
	await expect(page.locator("*:focus")).toHaveText("Skip to the content");
	await press("Enter");
	await tabTo(/Create API key/);
	// A key pressed before the page listens is lost.
	await expect(async () => {
		if (await keyDialog(page).isHidden()) await press("Enter");
		await expect(keyDialog(page)).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await expect(keyDialog(page).getByLabel("Title")).toBeFocused();
	await type(title);
	await tabTo(/^ ?Read everything/);
	await press("Space");
	await tabTo(/^ ?Create API key/);
	await press("Enter");
	const box = keyDialog(page).getByRole("textbox", { name: "API key" });
	await expect(box).toBeFocused();
	const key = await box.inputValue();
	await tabTo(/I have stored the key/);
	await press("Enter");
	await expect(keyDialog(page)).toBeHidden();
	expect((await askAbout(key)).gateway.body.code).toBe("VALID");

	await tabTo(new RegExp(`Actions for ${title}`));
	await press("Enter");
	await expect(page.getByRole("menuitem").first()).toBeFocused();
	await press("ArrowDown", "Enter");
	await expect(rowOf(page, title)).toContainText("Inactive");

	await page.getByRole("button", { name: `Actions for ${title}` }).focus();
	await press("Enter");
	await expect(page.getByRole("menuitem").first()).toBeFocused();
	await press("End", "Enter");
	const confirmation = page.getByRole("alertdialog");
	await expect(confirmation.getByRole("button", { name: "Cancel" })).toBeFocused();
	await press("Escape");
	await expect(confirmation).toBeHidden();
	await expect(page.getByRole("button", { name: `Actions for ${title}` })).toBeFocused();

	await press("Enter");
	await expect(page.getByRole("menuitem").first()).toBeFocused();
	await press("End", "Enter");
	await expect(confirmation).toBeVisible();
	await confirmation.getByRole("textbox").focus();
	await type(title);
	await press("Enter");
	await expect(confirmation).toBeHidden();
	await expect(rowOf(page, title)).toHaveCount(0);
	expect((await askAbout(key)).gateway.body.code).toBe("NOT_FOUND");
});
