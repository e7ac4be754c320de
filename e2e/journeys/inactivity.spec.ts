import {
	createKey,
	demo,
	expect,
	expectAccessible,
	keyDialog,
	keysOf,
	newTitle,
	openMenu,
	rowOf,
	test,
} from "../fixtures.ts";

test("an owner gives a key its own period and a reminder, then exempts it", async ({ page, signIn }) => {
	const title = newTitle("Upkeep");
	await signIn("OWNER");
	await page.goto(keysOf.location("hillside"));
	await createKey(page, title, async () => {
		const dialog = keyDialog(page);
		await dialog.getByText("Inactivity, rotation reminder").click();
		await dialog.getByRole("combobox", { name: "When nobody uses it" }).click();
		await page.getByRole("option", { name: "Delete after other days" }).click();
		await dialog.getByLabel("Days without use").fill("12");
		await dialog.getByLabel("Remind to rotate").fill("90");
		await dialog.getByRole("button", { name: "Create API key" }).click();
		await expect(dialog.getByText("The days without use must be at least 30.").first()).toBeVisible();
		await expectAccessible(page);
		await dialog.getByLabel("Days without use").fill("200");
	});

	await openMenu(page, title, "Edit");
	const dialog = keyDialog(page);
	await expect(dialog.getByLabel("Days without use")).toHaveValue("200");
	await expect(dialog.getByLabel("Remind to rotate")).toHaveValue("90");
	await dialog.getByRole("combobox", { name: "When nobody uses it" }).click();
	await page.getByRole("option", { name: "Never delete" }).click();
	await expect(dialog.getByText("It stays, however long nobody uses it.")).toBeVisible();
	await dialog.getByRole("button", { name: "Save changes" }).click();
	await expect(dialog).toBeHidden();

	await openMenu(page, title, "Edit");
	await expect(dialog.getByRole("combobox", { name: "When nobody uses it" })).toHaveText(/Never delete/);
});

test("an owner sees what the next clean-up takes, and keeps it alive", async ({ page, signIn }) => {
	await signIn("OWNER");
	await page.goto(keysOf.agency);
	await page.getByRole("link", { name: "What the next clean-up takes" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Next clean-up" })).toBeVisible();
	await expect(page.getByText(/Keys that nobody uses for \d+ days are deleted/)).toBeVisible();
	await expectAccessible(page);

	const rows = page.getByRole("button", { name: /Keep alive/ });
	await expect(rows.first()).toBeVisible();
	const before = await rows.count();
	await rows.first().click();
	await expect(page.getByText(/counts as used now/)).toBeVisible();
	await expect(rows).toHaveCount(before - 1);
	await expect(page.getByRole("heading", { level: 1, name: "Next clean-up" })).toBeFocused();

	await page.goto(`/agencies/${demo.agency.slug}/policies`);
	await expect(page.getByRole("link", { name: "What the next clean-up takes" })).toBeVisible();
});

test("a manager sees the clean-up of their location on a phone", async ({ page, signIn }) => {
	await page.setViewportSize({ width: 320, height: 700 });
	await signIn("MANAGER");
	await page.getByRole("link", { name: "What the next clean-up takes" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Next clean-up" })).toBeVisible();
	await expectAccessible(page);
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth > document.documentElement.clientWidth,
	);
	expect(overflow, "nothing scrolls sideways").toBe(false);
	await expect(rowOf(page, "Migration from the old CRM")).toHaveCount(0);
});
