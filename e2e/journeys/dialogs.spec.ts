import type { Page } from "@playwright/test";
import {
	createKey,
	createLocation,
	expect,
	expectAccessible,
	keyDialog,
	keysOf,
	newTitle,
	openMenu,
	rowOf,
	test,
} from "../fixtures.ts";

const HOME = keysOf.location("hillside");

/** The list shows this key alone. */
async function findKey(page: Page, title: string) {
	await page.goto(`${HOME}?q=${encodeURIComponent(title)}`);
	await expect(rowOf(page, title)).toBeVisible();
}

test("what was chosen in a dialog is not thrown away without a question", async ({ page, signIn }) => {
	const title = newTitle("Chosen");
	await signIn("OWNER");
	await page.goto(HOME);
	await createKey(page, title);
	await findKey(page, title);
	const dialog = keyDialog(page);
	const question = page.getByRole("alertdialog", { name: "Discard what you entered?" });

	await expect(async () => {
		if (await dialog.isHidden()) await openMenu(page, title, "Edit");
		await expect(dialog).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await page.keyboard.press("Escape");
	await expect(dialog).toBeHidden();

	await openMenu(page, title, "Edit");
	const box = dialog.getByRole("combobox", { name: "Labels" });
	const label = dialog.getByRole("button", { name: "Remove prod" });
	await box.fill("prod");
	await page.keyboard.press("Enter");
	await expect(label).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(question.getByRole("button", { name: "Keep editing" })).toBeFocused();
	await expectAccessible(page);
	await page.keyboard.press("Escape");
	await expect(label).toBeVisible();
	await label.press("Enter");
	await expect(box).toBeFocused();
	await dialog.getByLabel("Title").focus();
	await page.keyboard.press("Escape");
	await expect(dialog).toBeHidden();
});

test("a question that is taller than the screen is read from its beginning", async ({ page, signIn }) => {
	const title = newTitle("Tall");
	await signIn("OWNER");
	await page.goto(HOME);
	await createKey(page, title);
	await findKey(page, title);
	await page.setViewportSize({ width: 320, height: 256 });
	const question = page.getByRole("alertdialog");
	await expect(async () => {
		if (await question.isHidden()) await openMenu(page, title, "Revoke…");
		await expect(question).toBeVisible({ timeout: 1_000 });
	}).toPass();

	await question.hover();
	await page.mouse.wheel(0, -2_000);
	await expect(question.getByRole("heading")).toBeInViewport({ ratio: 1 });
	await expectAccessible(page);
	await question.getByRole("button", { name: "Cancel" }).click();
	await expect(question).toBeHidden();

	await page.getByRole("checkbox", { name: `Select ${title}` }).click();
	await page.getByRole("button", { name: "Actions", exact: true }).click();
	await page.getByRole("menuitem", { name: "Revoke…" }).click();
	await expect(question.getByText("None of them was used")).toBeVisible();
	const heading = question.getByRole("heading", { name: "Revoke 1 key?" });
	await heading.scrollIntoViewIfNeeded();
	await expect(heading).toBeInViewport({ ratio: 1 });
	await question.getByRole("button", { name: "Cancel" }).click();
	await expect(question).toBeHidden();
	await expect(page.getByText("1 key selected")).toBeAttached();
});

test("exact times are shown by keyboard: on a time, and for the row that has the focus", async ({
	page,
	signIn,
}) => {
	const title = newTitle("Timed");
	await signIn("OWNER");
	await page.goto(HOME);
	await createKey(page, title);
	await findKey(page, title);
	const hint = page.getByRole("tooltip");
	const year = new RegExp(String(new Date().getFullYear()));
	const link = page.getByRole("link", { name: title });

	await rowOf(page, title).getByRole("checkbox").focus();
	await page.keyboard.press("Tab");
	await expect(link).toBeFocused();
	await expect(hint).toContainText("Created");
	await expect(hint).toContainText(year);
	await expect(link).toHaveAccessibleDescription(year);
	await page.keyboard.press("Escape");
	await expect(hint).toBeHidden();
	await expect(link).toBeFocused();

	await page.keyboard.press("?");
	const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
	await expect(help).toContainText("To the row above or below");
	await expect(help).toContainText("Select the row");
	await page.keyboard.press("Escape");
	await expect(link).toBeFocused();

	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: title })).toBeFocused();
	const created = page.locator("main time").first();
	await expect(async () => {
		await page.keyboard.press("Tab");
		await expect(created).toBeFocused({ timeout: 100 });
	}).toPass({ intervals: [0] });
	await expect(hint).toContainText(year);
	await expectAccessible(page);
});

test("what came of a change is read also when it leaves nothing on the page", async ({ page, signIn }) => {
	const [place, title] = [newTitle("Mole"), newTitle("Only one")];
	await signIn("OWNER");
	const keys = keysOf.location(await createLocation(page, place));
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
