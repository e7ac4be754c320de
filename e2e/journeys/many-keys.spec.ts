import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { createKey, expect, expectAccessible, newTitle, rowOf, test } from "../fixtures.ts";

/** Makes two keys, and has the list show them alone. */
async function twoKeys(page: Page, words: string) {
	const mark = newTitle(words);
	for (const letter of ["a", "b"]) await createKey(page, `${mark} ${letter}`);
	await page.getByRole("textbox", { name: "Search by title" }).fill(mark);
	await expect(page).toHaveURL(/q=/);
	// Until then they may be two of those that the list showed before the search.
	await expect(page.getByText("1–2 of 2 keys")).toBeVisible();
	return mark;
}

async function act(page: Page, item: string) {
	await page.getByRole("checkbox", { name: "Select all rows on this page" }).check();
	await expect(page.getByText("2 keys selected")).toBeVisible();
	await page.getByRole("button", { name: "Actions", exact: true }).click();
	await page.getByRole("menuitem", { name: item }).click();
	return page.getByRole("alertdialog");
}

test("keys are labelled, switched off, put back as they were, and deleted together", async ({
	page,
	signIn,
}) => {
	await signIn("ADMIN");
	const mark = await twoKeys(page, "Many");

	const labels = await act(page, "Labels…");
	await labels.getByRole("combobox", { name: "Add" }).fill(mark);
	await labels.getByRole("button", { name: "Labels", exact: true }).click();
	await expect(labels.getByText("2 keys done, 0 refused")).toBeVisible();
	await expectAccessible(page);
	await labels.getByRole("button", { name: "Close" }).click();
	await expect(
		rowOf(page, mark)
			.first()
			.getByRole("list", { name: /^Labels of/ }),
	).toContainText(mark);

	await page.getByRole("checkbox", { name: `Select ${mark} a` }).check();
	await page.getByRole("button", { name: "Actions", exact: true }).click();
	await page.getByRole("menuitem", { name: "Switch off" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click();
	await expect(page.getByText("1 key selected")).toBeVisible();
	await page.getByRole("button", { name: "Actions", exact: true }).click();
	await page.getByRole("menuitem", { name: "Switch off" }).click();
	const one = page.getByRole("alertdialog");
	await one.getByRole("button", { name: "Switch off" }).click();
	await expect(one.getByText("1 key done, 0 refused")).toBeVisible();
	await one.getByRole("button", { name: "Close" }).click();
	await expect(rowOf(page, `${mark} a`)).toContainText("Inactive");

	const off = await act(page, "Switch off");
	await expect(off.getByText("None of them was used")).toBeVisible();
	await expectAccessible(page);
	await off.getByRole("button", { name: "Switch off" }).click();
	await expect(off.getByText("1 key done, 1 was so already, 0 refused")).toBeVisible();
	await off.getByRole("button", { name: "Undo" }).click();
	await expect(off.getByRole("heading", { name: "Undo the change of 1 key" })).toBeVisible();
	await expect(off.getByText("1 key done, 0 refused")).toBeVisible();
	await off.getByRole("button", { name: "Close" }).click();
	await expect(rowOf(page, `${mark} b`)).toContainText("Active");
	await expect(rowOf(page, `${mark} a`)).toContainText("Inactive");

	const gone = await act(page, "Delete…");
	await gone.getByRole("button", { name: "Delete" }).click();
	await expect(gone.getByText("2 keys done, 0 refused")).toBeVisible();
	await gone.getByRole("button", { name: "Close" }).click();
	await expect(page.getByText("Nothing found")).toBeVisible();
});

test("what the list shows is saved as a file, and arrow keys walk through its rows", async ({
	page,
	signIn,
}) => {
	await signIn("ADMIN");
	const mark = await twoKeys(page, "Exported");

	const download = page.waitForEvent("download");
	await page.getByRole("button", { name: "Export 2 keys as CSV" }).click();
	const file = await download;
	const text = await readFile(await file.path(), "utf8");

	expect(file.suggestedFilename()).toMatch(/^api-keys-.*\.csv$/);
	expect(text.split("\r\n").filter((line) => line.includes(mark))).toHaveLength(2);
	await page.getByRole("link", { name: `${mark} b` }).focus();
	await page.keyboard.press("ArrowDown");
	await expect(page.getByRole("link", { name: `${mark} a` })).toBeFocused();
	await page.keyboard.press("Space");
	await expect(page.getByRole("checkbox", { name: `Select ${mark} a` })).toBeChecked();
});
