import type { Page } from "@playwright/test";
import { createKey, expect, keysOf, newTitle, test } from "../fixtures.ts";

const titles = (page: Page) => page.getByRole("rowheader").allInnerTexts();

test("sorting, searching and filtering live in the address, and Back takes them back", async ({
	page,
	signIn,
}) => {
	const mark = newTitle("Sorted").split(" ")[1] ?? "";
	await signIn("ADMIN");
	for (const letter of ["b", "c", "a"]) await createKey(page, `Sorted ${mark} ${letter}`);

	await page.getByRole("textbox", { name: "Search by title" }).fill(`SORTED ${mark}`);
	await expect(page).toHaveURL(/q=/);
	await expect(page.getByRole("row").filter({ hasText: mark })).toHaveCount(3);

	await page.getByRole("columnheader", { name: "Title" }).getByRole("button").click();
	await expect(page).toHaveURL(/sort=title/);
	await expect(page.getByRole("columnheader", { name: "Title" })).toHaveAttribute("aria-sort", "ascending");
	await expect
		.poll(async () => (await titles(page)).map((text) => text.split("\n")[0]?.at(-1)))
		.toEqual(["a", "b", "c"]);

	await page.getByRole("columnheader", { name: "Title" }).getByRole("button").click();
	await expect
		.poll(async () => (await titles(page)).map((text) => text.split("\n")[0]?.at(-1)))
		.toEqual(["c", "b", "a"]);

	await page.goBack();
	await expect(page.getByRole("columnheader", { name: "Title" })).toHaveAttribute("aria-sort", "ascending");

	await page.getByRole("combobox", { name: /Status/ }).click();
	await page.getByRole("option", { name: "Revoked" }).click();
	await expect(page).toHaveURL(/status=Revoked/);
	await expect(page.getByText("Nothing found")).toBeVisible();
	await page.getByRole("button", { name: "Clear filters" }).first().click();
	await expect(page).not.toHaveURL(/status=|q=/);
	await expect(page.getByText("Nothing found")).toBeHidden();
	await expect(page.getByRole("rowheader").first()).toBeVisible();
});

test("every column can be sorted both ways", async ({ page, signIn }) => {
	await signIn("OWNER");
	for (const tab of ["", "?tab=location"]) {
		await page.goto(keysOf.agency + tab);
		const headers = page.getByRole("columnheader").filter({ has: page.getByRole("button") });
		await expect(headers).toHaveCount(9);
		const names = await headers.allInnerTexts();

		for (const name of names) {
			const header = page.getByRole("columnheader", { name, exact: true });
			await header.getByRole("button").click();
			await expect(header).toHaveAttribute("aria-sort", /ascending|descending/);
			const first = await header.getAttribute("aria-sort");
			await header.getByRole("button").click();
			await expect(header).not.toHaveAttribute("aria-sort", first ?? "");
		}
	}
});

test("pages are told apart by the address, and nonsense in it shows a page all the same", async ({
	page,
	signIn,
}) => {
	await signIn("OWNER");
	await page.goto(`${keysOf.agency}?size=10&page=2&sort=title&order=asc`);
	await expect(
		page
			.getByRole("row")
			.filter({ has: page.getByRole("cell") })
			.first(),
	).toBeVisible();

	await page.goto(`${keysOf.agency}?size=7&page=-3&sort=password&order=up&status=Lost&role=ROOT&tab=none`);
	await expect(page.getByRole("rowheader").first()).toBeVisible();
	await expect(page.getByRole("link", { name: /^Agency keys/ })).toHaveAttribute("aria-current", "page");
});

test("the table's rows are in the page that the server sends", async ({ page, signIn }) => {
	await signIn("OWNER");
	const answer = await page.request.get(`${keysOf.agency}?q=gateway`);
	expect(await answer.text()).toContain("API gateway");
});
