import { demo, expect, keyDialog, newTitle, rowOf, test } from "../fixtures.ts";

test("the whole life of a key, by keyboard alone", async ({ page, askAbout }) => {
	const title = newTitle("Keyboard key");
	const user = demo.users.find(({ role }) => role === "OWNER");
	const press = (...keys: string[]) =>
		keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
	const focused = page.locator("*:focus");
	const tabTo = async (name: RegExp) => {
		for (let step = 0; step < 80; step++) {
			const label = await focused.evaluate((element) =>
				element.matches("a, button, input")
					? (element.getAttribute("aria-label") ?? element.textContent)
					: "",
			);
			if (name.test(label)) return;
			await page.keyboard.press("Tab");
		}
		throw new Error(`no Tab leads to ${name}`);
	};

	await page.goto("/sign-in");
	await expect(page.getByLabel("E-mail")).toBeFocused();
	await page.keyboard.type(user?.email ?? "");
	await press("Tab");
	await page.keyboard.type(user?.password ?? "");
	await press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();

	await press("Tab");
	await expect(focused).toHaveText("Skip to the content");
	await press("Enter");
	await tabTo(/Create API key/);
	// A key pressed before the page listens is lost.
	await expect(async () => {
		if (await keyDialog(page).isHidden()) await press("Enter");
		await expect(keyDialog(page)).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await expect(keyDialog(page).getByLabel("Title")).toBeFocused();
	await page.keyboard.type(title);
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
	await expect(page.getByRole("menu")).toBeVisible();
	await press("End", "Enter");
	const confirmation = page.getByRole("alertdialog");
	await expect(confirmation.getByRole("button", { name: "Cancel" })).toBeFocused();
	await press("Escape");
	await expect(confirmation).toBeHidden();
	await expect(page.getByRole("button", { name: `Actions for ${title}` })).toBeFocused();

	await press("Enter", "End", "Enter");
	await expect(confirmation).toBeVisible();
	await confirmation.getByRole("textbox").focus();
	await page.keyboard.type(title);
	await press("Enter");
	await expect(confirmation).toBeHidden();
	await expect(rowOf(page, title)).toHaveCount(0);
	expect((await askAbout(key)).gateway.body.code).toBe("NOT_FOUND");
});
