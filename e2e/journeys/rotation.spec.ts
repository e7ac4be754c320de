import type { Page } from "@playwright/test";
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

const location = demo.locations[0]?.slug ?? "";

/** Chooses an overlap in the open dialog, takes the new secret and closes the dialog. */
async function rotate(page: Page, overlap: RegExp) {
	const dialog = keyDialog(page);
	await dialog.getByRole("radio", { name: overlap }).click();
	await dialog.getByRole("button", { name: "Rotate key" }).click();
	const secret = await dialog.getByRole("textbox", { name: /API key/ }).inputValue();
	await dialog.getByRole("button", { name: "I have stored the key" }).click();
	await expect(dialog).toBeHidden();
	return secret;
}

test("a manager rotates a key, sees who still sends the old secret, extends the overlap and ends it", async ({
	page,
	signIn,
	askAbout,
}) => {
	const title = newTitle("Journey rotation");
	await signIn("MANAGER");
	const first = await createKey(page, title);
	await page.getByRole("link", { name: title }).click();
	await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
	await expectAccessible(page);

	await page.getByRole("button", { name: "Rotate…" }).click();
	const dialog = keyDialog(page);
	await expectAccessible(page);
	await dialog.getByRole("radio", { name: /Another length of time/ }).click();
	await dialog.getByRole("spinbutton", { name: "For" }).fill("31");
	await dialog.getByRole("button", { name: "Rotate key" }).click();
	await expect(dialog.getByText("The old secret may go on for up to 30 days.")).toBeVisible();
	await expectAccessible(page);
	const second = await rotate(page, /7 days/);
	await expect(page.getByText("Ends in 7 days")).toBeVisible();
	await expect(page.getByText("Nobody has used the old secret since the rotation.")).toBeVisible();
	expect(second).not.toBe(first);
	expect(await page.content(), "the secret is nowhere in the page any more").not.toContain(second);

	for (const secret of [first, second]) expect((await askAbout(secret)).self.body.code).toBe("VALID");
	await expect(async () => {
		await page.getByRole("button", { name: "Refresh" }).click();
		await expect(page.getByText(/2 requests from/)).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await expect(page.getByRole("table").getByRole("row")).not.toHaveCount(0);
	await expectAccessible(page);

	await page.getByRole("button", { name: "Extend…" }).click();
	const extension = page.getByRole("alertdialog", { name: /^Extend the older secret/ });
	await extension.getByRole("radio", { name: /As long as possible/ }).click();
	await expectAccessible(page);
	await extension.getByRole("button", { name: "Extend" }).click();
	await expect(extension).toBeHidden();
	await expect(page.getByText("Ends in 30 days")).toBeVisible();
	await expect(page.getByRole("button", { name: "Extend…" })).toHaveCount(0);

	await page.getByRole("button", { name: "End now…" }).click();
	const end = page.getByRole("alertdialog", { name: /^End the older secret/ });
	await expect(end.getByText(/It was last used/)).toBeVisible();
	await expectAccessible(page);
	await end.getByRole("button", { name: "End older secret" }).click();
	await expect(end).toBeHidden();
	await expect(page.getByRole("heading", { level: 1, name: title })).toBeFocused();
	expect((await askAbout(first)).self.body.code).toBe("NOT_FOUND");
	expect((await askAbout(second)).self.body.code).toBe("VALID");
	await expect(page.getByRole("heading", { name: "Older secret" })).toHaveCount(0);
	await expect(page.getByText("Ended the older secret of an API key")).toBeVisible();
	await page.getByRole("link", { name: /All events of this key/ }).click();
	await expect(page.getByText("Rotated an API key").first()).toBeVisible();
});

test("a key is rotated from the list, and deleted from its own page", async ({ page, signIn, askAbout }) => {
	const title = newTitle("Journey rotation");
	await signIn("MANAGER");
	const first = await createKey(page, title);

	await openMenu(page, title, "Rotate…");
	const second = await rotate(page, /Not at all/);
	await expect(page.getByRole("button", { name: `Actions for ${title}` })).toBeFocused();
	expect((await askAbout(first)).self.body.code).toBe("NOT_FOUND");
	expect((await askAbout(second)).self.body.code).toBe("VALID");

	await page.getByRole("link", { name: title }).click();
	await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
	await openMenu(page, title, "Delete…");
	const dialog = page.getByRole("alertdialog");
	await dialog.getByRole("textbox", { name: /^Type/ }).fill(title);
	await dialog.getByRole("button", { name: "Delete key" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
	await expect(rowOf(page, title)).toHaveCount(0);
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(rowOf(page, title)).toHaveCount(1);
});

test("of two who rotate a key at once, the second is told, and the secret in use goes on", async ({
	page,
	context,
	signIn,
	askAbout,
}) => {
	const title = newTitle("Journey rotation");
	await signIn("MANAGER");
	const first = await createKey(page, title);
	await page.getByRole("link", { name: title }).click();
	await page.getByRole("button", { name: "Rotate…" }).click();
	const dialog = keyDialog(page);
	await dialog.getByRole("radio", { name: /7 days/ }).click();
	const other = await context.newPage();
	await other.goto(page.url());
	await other.getByRole("button", { name: "Rotate…" }).click();
	await rotate(other, /7 days/);

	await dialog.getByRole("button", { name: "Rotate key" }).click();

	await expect(dialog.getByRole("alert")).toContainText("Somebody else changed this key meanwhile.");
	await expectAccessible(page);
	expect((await askAbout(first)).self.body.code).toBe("VALID");
});

test("on a phone nothing of a key's page lies beyond the edge", async ({ page, signIn }) => {
	await page.setViewportSize({ width: 320, height: 700 });
	await signIn("VIEWER");
	await page.getByRole("rowheader").first().getByRole("link").click();
	await expect(page.getByRole("heading", { name: "Secret", exact: true })).toBeVisible();
	await expect(page.getByRole("button", { name: "Rotate…" })).toHaveCount(0);

	const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);

	expect(scrollWidth).toBe(clientWidth);
	await expectAccessible(page);
});

test.describe("what is not there", () => {
	test.use({ expectedConsole: [/404 \(Not Found\)/] });

	test("is the same page, whether it never was or lies elsewhere", async ({ page, signIn }) => {
		await signIn("OWNER");
		const href = (await page.getByRole("rowheader").first().getByRole("link").getAttribute("href")) ?? "";
		const id = href.split("/").at(-1) ?? "";

		for (const address of [
			`${keysOf.agency}/01970000-0000-7000-8000-000000000001`,
			`${keysOf.agency}/nothing`,
			`${keysOf.location(location)}/${id}`,
		]) {
			const response = await page.goto(address);
			expect(response?.status(), address).toBe(404);
		}
	});
});
