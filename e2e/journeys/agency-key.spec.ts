import {
	createKey,
	demo,
	expect,
	expectAccessible,
	keyDialog,
	keysOf,
	newTitle,
	openCreateDialog,
	openMenu,
	rowOf,
	test,
} from "../fixtures.ts";

test("an agency admin creates a key, copies it once, switches it off and on, and deletes it", async ({
	page,
	signIn,
	askAbout,
	context,
}) => {
	const title = newTitle("Journey agency key");
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	await signIn("ADMIN");
	await expectAccessible(page);

	const dialog = await openCreateDialog(page);
	await dialog.getByLabel("Title").fill(title);
	await dialog.getByRole("button", { name: "Read everything" }).click();
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Create API key" }).click();

	const key = await dialog.getByRole("textbox", { name: "API key" }).inputValue();
	expect(key).toMatch(/^lk_agy_[0-9A-Za-z]{38}$/);
	await expectAccessible(page);
	await page.keyboard.press("Escape");
	await expect(dialog, "only its own button closes the reveal").toBeVisible();
	await dialog.getByRole("button", { name: "Copy API key" }).click();
	await expect(page.getByText("API key copied")).toBeAttached();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key);
	const download = page.waitForEvent("download");
	await dialog.getByRole("button", { name: "Download .env" }).click();
	expect((await download).suggestedFilename()).toMatch(/\.env$/);
	await dialog.getByRole("button", { name: "I have stored the key" }).click();
	await expect(dialog).toBeHidden();

	const row = rowOf(page, title);
	await expect(row).toContainText("Active");
	await expect(row).toContainText("Never");
	expect(await page.content(), "the key is nowhere in the page any more").not.toContain(key);
	expect((await askAbout(key)).self).toMatchObject({ status: 200, body: { code: "VALID" } });

	await openMenu(page, title, "Switch off");
	await expect(row).toContainText("Inactive");
	const disabled = await askAbout(key);
	expect(disabled.self).toMatchObject({ status: 401, body: { code: "DISABLED" } });
	expect(disabled.gateway).toMatchObject({ status: 200, body: { valid: false, code: "DISABLED" } });

	await openMenu(page, title, "Switch on");
	await expect(row).toContainText("Active");
	expect((await askAbout(key)).gateway.body.code).toBe("VALID");

	await openMenu(page, title, "Delete…");
	const confirmation = page.getByRole("alertdialog");
	await expect(confirmation).toContainText(title);
	await expect(confirmation, "it says what will break").toContainText(/request/);
	await expect(confirmation).toContainText(/Last used .* from /);
	await expectAccessible(page);
	await confirmation.getByRole("button", { name: "Delete key" }).click();
	await expect(confirmation, "a key in recent use asks for its title").toContainText(/Type its title/);
	await confirmation.getByRole("textbox").fill(title);
	await confirmation.getByRole("button", { name: "Delete key" }).click();
	await expect(confirmation).toBeHidden();
	await expect(row).toHaveCount(0);
	const deleted = await askAbout(key);
	expect(deleted.self).toMatchObject({ status: 401, body: { code: "NOT_FOUND" } });
	expect(deleted.gateway.body).toEqual({
		valid: false,
		code: "NOT_FOUND",
		detail: expect.any(String),
		requestId: expect.any(String),
	});
});

test("a deleted key comes back with the same secret when the delete is undone", async ({
	page,
	signIn,
	askAbout,
}) => {
	const title = newTitle("Undone delete");
	await signIn("OWNER");
	const key = await createKey(page, title);

	await openMenu(page, title, "Delete…");
	await page.getByRole("alertdialog").getByRole("button", { name: "Delete key" }).click();
	await expect(page.getByRole("alertdialog")).toBeHidden();
	await expect(rowOf(page, title)).toHaveCount(0);
	await page.getByRole("button", { name: "Undo" }).click();

	await expect(rowOf(page, title)).toContainText("Active");
	expect((await askAbout(key)).gateway.body.code).toBe("VALID");
});

test("a delete can be undone from another section", async ({ page, signIn, askAbout }) => {
	const title = newTitle("Undone from elsewhere");
	await signIn("OWNER");
	const key = await createKey(page, title);

	await openMenu(page, title, "Delete…");
	await page.getByRole("alertdialog").getByRole("button", { name: "Delete key" }).click();
	await expect(page.getByRole("alertdialog")).toBeHidden();
	await page.getByRole("navigation").getByRole("link", { name: "Policies" }).click();
	await expect(page.getByRole("heading", { name: "Policies", level: 1 })).toBeVisible();
	await page.getByRole("button", { name: "Undo" }).click();

	await expect.poll(async () => (await askAbout(key)).gateway.body.code).toBe("VALID");
});

test("revoking asks for a reason and is for ever", async ({ page, signIn, askAbout }) => {
	const title = newTitle("Revoked key");
	await signIn("ADMIN");
	const key = await createKey(page, title);

	await openMenu(page, title, "Revoke…");
	const confirmation = page.getByRole("alertdialog");
	await expectAccessible(page);
	await confirmation.getByRole("button", { name: "Revoke key" }).click();
	await expect(confirmation.getByRole("textbox", { name: "Reason" })).toHaveAccessibleDescription(
		/required/i,
	);
	await confirmation.getByRole("textbox", { name: "Reason" }).fill("Found in a public repository");
	await confirmation.getByRole("button", { name: "Revoke key" }).click();

	const told = page.getByRole("dialog").filter({ hasText: `“${title}” was revoked.` });
	await expect(told, "it says whether every process knows").toContainText(
		/No process accepts it any more\.|may accept the key until \d\d:\d\d:\d\d\./,
	);
	await expectAccessible(page);
	await expect(rowOf(page, title)).toContainText("Revoked");
	await expect(rowOf(page, title)).toContainText("Found in a public repository");
	expect((await askAbout(key)).gateway.body.code).toBe("REVOKED");
	await page.getByRole("button", { name: `Actions for ${title}` }).click();
	await expect(page.getByRole("menuitem", { name: "Switch on" })).toHaveCount(0);
});

test("an edit keeps what was typed when the server says no, and is saved when it says yes", async ({
	page,
	signIn,
}) => {
	const [taken, title] = [newTitle("Taken title"), newTitle("Edited key")];
	await signIn("ADMIN");
	await createKey(page, taken);
	await createKey(page, title);

	await openMenu(page, title, "Edit");
	const dialog = keyDialog(page);
	await dialog.getByLabel("Title").fill(taken.toUpperCase());
	await dialog.getByLabel("Description").fill("Typed before the refusal");
	await dialog.getByRole("button", { name: "Save" }).click();
	await expect(dialog.getByLabel("Title")).toHaveAccessibleDescription(/already has this title/);
	await expect(dialog.getByLabel("Title")).toBeFocused();
	await expect(dialog.getByLabel("Description")).toHaveValue("Typed before the refusal");
	await dialog.getByLabel("Title").fill(`${title} renamed`);
	await dialog.getByRole("button", { name: "Save" }).click();

	await expect(dialog).toBeHidden();
	await expect(rowOf(page, `${title} renamed`)).toContainText("Typed before the refusal");
});

test("credits are granted with a refill, which stays when something else is edited", async ({
	page,
	signIn,
}) => {
	const title = newTitle("Metered key");
	await signIn("ADMIN");
	await createKey(page, title);

	await openMenu(page, title, "Edit");
	const dialog = keyDialog(page);
	await dialog.getByText(/^Limits/).click();
	await dialog.getByLabel("Credits", { exact: true }).fill("120");
	await dialog.getByRole("combobox", { name: "Refill", exact: true }).click();
	await page.getByRole("option", { name: "Every month" }).click();
	await dialog.getByRole("combobox", { name: "Day of the refill" }).click();
	await page.getByRole("option", { name: "Day 31" }).click();
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Save" }).click();
	const amount = dialog.getByLabel("Refill to");
	await expect(amount).toHaveAccessibleDescription(/at least 1 credit/);
	await expect(amount).toBeFocused();
	await amount.fill("5000");
	await dialog.getByRole("button", { name: "Save" }).click();
	await expect(dialog).toBeHidden();

	const row = rowOf(page, title);
	await row.getByRole("button", { name: "120 credits left" }).click();
	await expect(page.getByText("Refilled to 5,000 every month on day 31")).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press("Escape");
	await openMenu(page, title, "Edit");
	await dialog.getByLabel("Title").fill(`${title} renamed`);
	await dialog.getByRole("button", { name: "Save" }).click();
	await expect(dialog).toBeHidden();
	await openMenu(page, `${title} renamed`, "Edit");
	await expect(dialog.getByLabel("Credits", { exact: true })).toHaveValue("120");
	await expect(dialog.getByLabel("Refill to")).toHaveValue("5000");
	await expect(dialog.getByRole("combobox", { name: "Day of the refill" })).toContainText("Day 31");
});

test("a key with power over all asks who it is first, and then once for five minutes", async ({
	page,
	signIn,
}) => {
	const title = newTitle("Managing key");
	const user = demo.users.find(({ role }) => role === "ADMIN");
	await signIn("ADMIN");
	await page.goto(keysOf.agency);

	const dialog = await openCreateDialog(page);
	await dialog.getByLabel("Title").fill(title);
	await dialog.getByRole("radio", { name: /ADMIN/ }).click();
	await dialog.getByRole("button", { name: "Full access" }).click();
	await dialog.getByRole("button", { name: "Create API key" }).click();

	const question = page.getByRole("alertdialog", { name: "Confirm that it is you" });
	await question.getByLabel("Your password").fill("not the password");
	await question.getByRole("button", { name: "Confirm" }).click();
	await expect(question.getByLabel("Your password")).toHaveAccessibleDescription(/not your password/);
	await expectAccessible(page);
	await question.getByLabel("Your password").fill(user?.password ?? "");
	await question.getByRole("button", { name: "Confirm" }).click();
	await expect(dialog.getByRole("textbox", { name: /API key/ })).toHaveValue(/^lk_agy_/);
	await dialog.getByRole("button", { name: "I have stored the key" }).click();
	await expect(rowOf(page, title)).toContainText("ADMIN");
});
