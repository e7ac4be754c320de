import type { Page } from "@playwright/test";
import { expect, keyDialog, newTitle, rowOf, test } from "../fixtures.ts";
import { keyboardOf } from "../keyboard.ts";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });

/** Makes a key, or rotates the one whose page is open, and takes the secret from the reveal step. */
async function takeSecret(page: Page, submit: RegExp) {
	const { press, tabTo } = keyboardOf(page);
	await tabTo(submit);
	await press("Enter");
	const box = keyDialog(page).getByRole("textbox", { name: "API key" });
	await expect(box).toBeFocused();
	const secret = await box.inputValue();
	await tabTo(/I have stored the key/);
	await press("Enter");
	await expect(keyDialog(page)).toBeHidden();
	return secret;
}

async function create(page: Page, title: string) {
	const { press, tabTo, type } = keyboardOf(page);
	await tabTo(/^Create API key/);
	// A key pressed before the page listens is lost.
	await expect(async () => {
		if (await keyDialog(page).isHidden()) await press("Enter");
		await expect(keyDialog(page)).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await expect(keyDialog(page).getByLabel("Title")).toBeFocused();
	await type(title);
	await tabTo(/^Read everything/);
	await press("Space");
	return takeSecret(page, /^Create API key/);
}

async function remove(page: Page, title: string) {
	const { press, tabTo, type } = keyboardOf(page);
	await tabTo(new RegExp(`^Actions for ${title}`));
	await press("Enter");
	await expect(page.getByRole("menu")).toBeVisible();
	await press("End", "Enter");
	const dialog = page.getByRole("alertdialog");
	await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
	await expect(dialog.getByRole("textbox")).toBeVisible();
	await press("Shift+Tab");
	await expect(dialog.getByRole("textbox")).toBeFocused();
	await type(title);
	await press("Enter");
	await expect(dialog).toBeHidden();
	await expect(heading(page, "API keys")).toBeFocused();
	await expect(rowOf(page, title)).toHaveCount(0);
}

test("a key lives its whole life by keyboard alone, and the focus is never lost", async ({
	page,
	playwright,
	baseURL,
	askAbout,
}) => {
	const title = newTitle("Keyboard life");
	const { press, tabTo, signIn } = keyboardOf(page);
	const api = await playwright.request.newContext({
		...(baseURL && { baseURL }),
		extraHTTPHeaders: { "User-Agent": "booking-widget/2.4" },
	});
	await signIn("OWNER");
	const first = await create(page, title);

	await tabTo(new RegExp(`^${title}`));
	await press("Enter");
	await expect(heading(page, title)).toBeFocused();
	await tabTo(/^Rotate…/);
	await press("Enter");
	await expect(keyDialog(page)).toBeVisible();
	await tabTo(/^1 day/);
	await press("ArrowDown");
	await expect(keyDialog(page).getByRole("radio", { name: /^7 days/ })).toBeChecked();
	const second = await takeSecret(page, /^Rotate key/);
	await expect(page.getByRole("button", { name: "Rotate…" })).toBeFocused();

	const use = await api.get("/api/v2/keys/me", { headers: { Authorization: `Bearer ${first}` } });
	expect(use.status()).toBe(200);
	await tabTo(/^Refresh/, "Shift+Tab");
	await expect(async () => {
		await press("Enter");
		await expect(page.getByText("1 request from 1 address has used it")).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await expect(page.getByRole("button", { name: "Refresh" })).toBeFocused();
	const sender = page
		.getByRole("table", { name: /Older secret/ })
		.getByRole("row")
		.last();
	await expect(sender.getByRole("rowheader")).toHaveText(/^(127\.0\.0\.1|::1)$/);
	await expect(sender.getByRole("cell", { name: "booking-widget/2.4" })).toBeVisible();
	await expect(sender.getByRole("cell", { name: "1", exact: true })).toBeVisible();

	await tabTo(/^Extend…/);
	await press("Enter");
	await expect(page.getByRole("alertdialog")).toBeVisible();
	await press("Escape");
	await expect(page.getByRole("button", { name: "Extend…" })).toBeFocused();
	await tabTo(/^End now…/);
	await press("Enter");
	await expect(page.getByRole("alertdialog").getByRole("button", { name: "Cancel" })).toBeFocused();
	await press("Escape");
	await expect(page.getByRole("button", { name: "End now…" })).toBeFocused();
	await press("Enter");
	await tabTo(/^End older secret/);
	await press("Enter");
	await expect(heading(page, title)).toBeFocused();
	expect((await askAbout(first)).self.body.code).toBe("NOT_FOUND");
	expect((await askAbout(second)).self.body.code).toBe("VALID");

	await remove(page, title);
	await press("F6");
	await tabTo(/^Undo/);
	await press("Enter");
	await expect(rowOf(page, title)).toHaveCount(1);
	// Another message may have it now.
	await expect(page.locator("body")).not.toBeFocused();

	await remove(page, title);
	await tabTo(/^Trash/);
	await press("Enter");
	await expect(heading(page, "Trash")).toBeFocused();
	expect((await askAbout(second)).self.body.code).toBe("NOT_FOUND");
	await tabTo(new RegExp(`^Restore ${title}`));
	await press("Enter");
	await expect(page.getByRole("button", { name: `Restore ${title}` })).toHaveCount(0);
	await expect(heading(page, "Trash")).toBeFocused();
	expect((await askAbout(second)).self.body.code).toBe("VALID");

	await tabTo(/^API keys/);
	await press("Enter");
	await expect(heading(page, "API keys")).toBeVisible();
	await tabTo(new RegExp(`^${title}`));
	await press("Enter");
	await expect(heading(page, title)).toBeVisible();
	await tabTo(/^Keep alive/);
	await press("Enter");
	await expect(page.getByText(/counts as used now/)).toBeVisible();
	await expect(page.getByRole("button", { name: `Keep alive ${title}` })).toBeFocused();
	await api.dispose();
});
