import { createKey, expect, expectAccessible, keysOf, newTitle, test } from "../fixtures.ts";

test("the palette finds a key, opens it, switches the view and starts a new key, by keyboard alone", async ({
	page,
	signIn,
}) => {
	const title = newTitle("Palette");
	await signIn("OWNER");
	await page.goto(keysOf.agency);
	await createKey(page, title);
	const palette = page.getByRole("dialog", { name: "Go to or do something" });
	const box = palette.getByRole("combobox", { name: "Type a name or a command" });

	await page.keyboard.press("Control+k");
	await expect(box).toBeFocused();
	await expectAccessible(page);
	await page.keyboard.type(title.toUpperCase());
	await expect(palette.getByRole("option", { name: new RegExp(title) })).toBeVisible();
	await expect(palette.getByRole("status")).toHaveText("1 result");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: title })).toBeFocused();

	await page.keyboard.press("Control+k");
	await expect(palette.getByRole("group", { name: "Recent" })).toContainText(title);
	await page.keyboard.type("nothing has this name");
	await expect(palette.getByText("Nothing is called “nothing has this name” here")).toBeVisible();
	await box.fill("Harbour");
	await page.keyboard.press("Enter");
	await page.waitForURL("/agencies/demo/locations/harbour");

	await page.keyboard.press("Control+k");
	await page.keyboard.type("create api");
	await expect(palette.getByRole("option", { name: "Create API key" })).toBeVisible();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("dialog", { name: "Create API key" })).toBeVisible();
});

test("the palette opens nothing that an older text found, and gives the focus back", async ({
	page,
	signIn,
}) => {
	const title = newTitle("Older");
	await signIn("OWNER");
	await page.goto(keysOf.agency);
	await createKey(page, title);
	const palette = page.getByRole("dialog", { name: "Go to or do something" });
	const search = page.getByRole("textbox", { name: /^Search/ });

	await page.keyboard.press("Control+k");
	await expect(palette).toBeVisible();
	await page.keyboard.type("people");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeFocused();
	await search.focus();
	await page.keyboard.press("Control+k");
	await expect(palette).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(search).toBeFocused();

	await page.keyboard.press("Control+k");
	await page.keyboard.type(title);
	await expect(palette.getByRole("option", { name: new RegExp(title) })).toBeVisible();
	await page.route(/\/find\?text=xylophone/, () => undefined);
	await page.keyboard.press("Control+a");
	await page.keyboard.insertText("xylophone");
	await page.keyboard.press("Enter");
	await expect(palette.getByRole("option")).toHaveCount(0);
	await expect(page.getByRole("heading", { level: 1, name: "People", includeHidden: true })).toBeVisible();
	await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("shortcuts lead to the search and to sections, are listed, and can be switched off", async ({
	page,
	signIn,
}) => {
	await signIn("OWNER");
	await page.goto(keysOf.agency);
	const search = page.getByRole("textbox", { name: /^Search/ });
	await expect(async () => {
		await page.keyboard.press("/");
		await expect(search).toBeFocused({ timeout: 500 });
	}).toPass();
	await page.keyboard.type("?/");
	await expect(search).toHaveValue("?/");
	await page.keyboard.press("Escape");
	await search.blur();

	await page.keyboard.press("?");
	const rowKeys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
	await expect(rowKeys).toContainText("To the row above or below");
	await expect(rowKeys).toContainText("Select the row");
	await page.keyboard.press("Escape");
	await expect(rowKeys).toBeHidden();

	await page.keyboard.press("g");
	await page.keyboard.press("p");
	await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
	await page.keyboard.press("?");
	const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
	await expect(help).toContainText("Go to API keys");
	await expectAccessible(page);
	await help.getByRole("checkbox", { name: "Use shortcuts of single keys" }).click();
	await page.keyboard.press("Escape");
	await expect(help).toBeHidden();

	await page.keyboard.press("?");
	await page.keyboard.press("Control+k");
	await expect(page.getByRole("dialog", { name: "Go to or do something" })).toBeVisible();
	await expect(help).toBeHidden();
});

test("the frame of the console is told to screen readers as it is", async ({ page, signIn }) => {
	await signIn("OWNER");
	await page.goto(keysOf.agency);

	await expect(page.getByRole("banner")).toMatchAriaSnapshot(`
    - banner:
      - link "Latchkey, to your first view"
      - combobox /Switch view/
      - button "Search and commands"
      - link /Notifications/
      - status
      - button /Account of/
      - navigation "Sections":
        - link "API keys"
        - link "Locations"
        - link "People"
  `);
	await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "API keys" [level=1]
      - button "Create API key"
  `);
});
