import {
	createKey,
	demo,
	expect,
	expectAccessible,
	keyDialog,
	keysOf,
	newTitle,
	openMenu,
	test,
} from "../fixtures.ts";

test("labels chosen in a dialog are not thrown away by Escape", async ({ page, signIn }) => {
	const title = newTitle("Kept work");
	await signIn("MANAGER");
	await createKey(page, title);

	await openMenu(page, title, "Edit");
	const box = keyDialog(page).getByRole("combobox", { name: "Labels" });
	await box.fill("kept");
	await box.press("Enter");
	await page.keyboard.press("Escape");
	const question = page.getByRole("alertdialog", { name: "Discard what you entered?" });
	await expectAccessible(page);
	await question.getByRole("button", { name: "Keep editing" }).click();

	const label = keyDialog(page).getByRole("button", { name: "Remove kept" });
	await expect(label).toBeVisible();
	await label.press("Enter");
	await expect(box).toBeFocused();
});

test("a question taller than the screen is read from its title on", async ({ page, signIn }) => {
	const title = newTitle("Small screen");
	await signIn("MANAGER");
	await createKey(page, title);
	await page.setViewportSize({ width: 320, height: 256 });

	await page.getByRole("checkbox", { name: `Select ${title}` }).click();
	await page.getByRole("button", { name: "Actions", exact: true }).click();
	await page.getByRole("menuitem", { name: "Revoke…" }).click();
	const question = page.getByRole("alertdialog");
	await expect(question.getByText("None of them was used")).toBeVisible();
	const heading = question.getByRole("heading", { name: "Revoke 1 key?" });
	await heading.scrollIntoViewIfNeeded();

	await expect(heading).toBeInViewport({ ratio: 1 });
	const cancel = question.getByRole("button", { name: "Cancel" });
	await cancel.click();
	await expect(question).toBeHidden();
	await expect(page.getByText("1 key selected")).toBeAttached();
});

test("what came of a change is read also when it leaves nothing on the page", async ({ page, signIn }) => {
	const [place, title] = [newTitle("Mole"), newTitle("Only one")];
	await signIn("OWNER");
	await page.goto(`/agencies/${demo.agency.slug}/locations`);
	const creation = page.getByRole("dialog", { name: "Create location" });
	await expect(async () => {
		if (await creation.isHidden()) {
			await page.getByRole("button", { name: "Create location" }).first().click();
		}
		await expect(creation).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await creation.getByLabel("Name").fill(place);
	await creation.getByRole("button", { name: "Create location" }).click();
	await expect(creation).toBeHidden();
	const keys = keysOf.location(place.toLowerCase().replaceAll(" ", "-"));
	await page.goto(keys);
	await createKey(page, title);

	await page.goto(`${keys}/health?finding=noEndDate`);
	await expect(async () => {
		await page.getByRole("checkbox", { name: `Select ${title}` }).click();
		await expect(page.getByText("1 key selected")).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await page.getByRole("button", { name: "Switch off" }).click();
	const dialog = page.getByRole("alertdialog", { name: "Switch off: 1 key" });
	await dialog.getByRole("button", { name: "Switch off: 1 key" }).click();
	await expect(dialog.getByText("1 key done, 0 refused")).toBeVisible();
	await expect(dialog.getByRole("button", { name: "Undo" })).toBeVisible();
	await dialog.getByRole("button", { name: "Close" }).click();

	await expect(page.getByText("No key here matches this finding now.")).toBeVisible();
	await expect(page.getByRole("heading", { name: "No end date" }).locator("[tabindex]")).toBeFocused();

	await page.getByRole("button", { name: "Begin review" }).click();
	await page.getByRole("button", { name: "Drop review" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "Drop review" }).click();
	await expect(page.getByRole("button", { name: "Begin review" })).toBeFocused();
});
