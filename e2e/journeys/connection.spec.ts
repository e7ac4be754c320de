import { demo, expect, expectAccessible, keysOf, newTitle, openCreateDialog, test } from "../fixtures.ts";

const FORMS = `/agencies/${demo.agency.slug}/locations/harbour/forms`;

test.use({ expectedConsole: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] });

test("a lost connection is said, keeps what was typed, and is told again when it is back", async ({
	page,
	context,
	signIn,
}) => {
	await signIn("OWNER");
	await page.goto(keysOf.agency);
	const dialog = page.getByRole("dialog", { name: "Create API key" });
	await expect(async () => {
		if (await dialog.isHidden()) await page.getByRole("button", { name: "Create API key" }).first().click();
		await expect(dialog).toBeVisible({ timeout: 1_000 });
	}).toPass();
	const title = newTitle("Offline");
	await dialog.getByLabel("Title").fill(title);

	await context.setOffline(true);
	await expect(page.getByText("You are offline. What you see may be out of date")).toBeVisible();
	await dialog.getByRole("button", { name: "Create API key" }).click();
	await expect(dialog.getByRole("alert")).toContainText("You are offline, so nothing was sent.");
	await expect(dialog.getByLabel("Title")).toHaveValue(title);

	await context.setOffline(false);
	await expect(page.getByText("You are connected again.")).toBeVisible();
	await page.keyboard.press("Escape");
	const question = page.getByRole("alertdialog", { name: "Discard what you entered?" });
	await expect(question.getByRole("button", { name: "Keep editing" })).toBeFocused();
	await expectAccessible(page);
	await page.keyboard.press("Escape");
	await expect(question).toBeHidden();
	await expect(dialog.getByLabel("Title")).toHaveValue(title);
	await page.keyboard.press("Escape");
	await question.getByRole("button", { name: "Discard" }).click();
	await expect(dialog).toBeHidden();
});

test("a connection that is lost while a change is under way leaves open whether it was made", async ({
	page,
	context,
	signIn,
}) => {
	await signIn("OWNER");
	await page.goto(keysOf.agency);
	const dialog = await openCreateDialog(page);
	await dialog.getByLabel("Title").fill(newTitle("Tunnel"));
	await page.route("**", async (route) => {
		if (route.request().method() === "POST") await context.setOffline(true);
		await route.abort("internetdisconnected");
	});

	await dialog.getByRole("button", { name: "Create API key" }).click();

	await expect(dialog.getByRole("alert")).toContainText("see whether the change was made");
	await page.unrouteAll({ behavior: "ignoreErrors" });
	await context.setOffline(false);
});

test("a form that is being written is not left without a question", async ({ page, signIn }) => {
	await signIn("OWNER");
	await page.goto(`${FORMS}/new`);
	const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
	await expect(async () => {
		await page.getByLabel("Name of the form").fill(newTitle("Draft"));
		await page.getByRole("link", { name: "Contacts" }).click();
		await expect(question).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await expectAccessible(page);
	await question.getByRole("button", { name: "Keep editing" }).click();
	await expect(page.getByLabel("Name of the form")).not.toHaveValue("");

	await page.getByRole("link", { name: "Contacts" }).click();
	await question.getByRole("button", { name: "Leave without saving" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Contacts" })).toBeVisible();
});
