import type { Page } from "@playwright/test";
import { demo, expect, expectAccessible, newTitle, openMenu, rowOf, test } from "../fixtures.ts";

const LINKS = `/agencies/${demo.agency.slug}/locations/harbour/links`;

/** Presses until the page listens. */
async function createLink(page: Page, name: string, redirectTo: string) {
	await page.goto(LINKS);
	const dialog = page.getByRole("dialog", { name: "Create trigger link" });
	await expect(async () => {
		if (await dialog.isHidden()) await page.getByRole("button", { name: "Create trigger link" }).click();
		await expect(dialog).toBeVisible({ timeout: 1_000 });
	}).toPass({ timeout: 20_000 });
	await dialog.getByLabel("Name").fill(name);
	await dialog.getByLabel("Leads to").fill(redirectTo);
	await dialog.getByRole("button", { name: "Create trigger link" }).click();
	return dialog;
}

const pathOf = async (page: Page, name: string) =>
	(await rowOf(page, name)
		.getByText(/^\/l\//)
		.textContent()) ?? "";

test("a manager makes a link that leads on and counts", async ({ page, signIn, request }) => {
	await signIn("MANAGER");
	await page.getByRole("link", { name: "Trigger links" }).click();
	await expect(rowOf(page, "Spring offer")).toBeVisible();
	await expectAccessible(page);

	const name = newTitle("Autumn");
	const dialog = await createLink(page, name, "javascript:alert(1)");
	await expect(dialog.getByLabel("Leads to")).toHaveAccessibleDescription(/must begin with https/);
	await expect(dialog.getByLabel("Leads to")).toBeFocused();
	await expectAccessible(page);
	await dialog.getByLabel("Leads to").fill("https://example.com/autumn?a=1");
	await dialog.getByRole("button", { name: "Create trigger link" }).click();
	await expect(dialog).toBeHidden();
	const path = await pathOf(page, name);

	const follow = (method: "GET" | "HEAD") => request.fetch(path, { method, maxRedirects: 0 });
	for (const method of ["GET", "HEAD", "GET"] as const) {
		const answer = await follow(method);
		expect(answer.status()).toBe(302);
		expect(answer.headers()).toMatchObject({
			location: "https://example.com/autumn?a=1",
			"cache-control": "no-store",
		});
	}

	await rowOf(page, name).getByRole("link", { name }).click();
	await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
	await expect(page.getByRole("rowheader", { name: "Somebody" })).toHaveCount(2);
	await expectAccessible(page);
});

test("a manager changes where a link leads, and deletes it", async ({ page, signIn, request }) => {
	await signIn("MANAGER");
	const name = newTitle("Winter");
	await expect(await createLink(page, name, "https://example.com/autumn")).toBeHidden();
	const path = await pathOf(page, name);
	const follow = () => request.get(path, { maxRedirects: 0 });
	await rowOf(page, name).getByRole("link", { name }).click();
	await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

	await openMenu(page, name, "Edit");
	const edit = page.getByRole("dialog", { name: "Edit trigger link" });
	await edit.getByLabel("Leads to").fill("https://example.com/winter");
	await edit.getByRole("button", { name: "Save changes" }).click();
	await expect(edit).toBeHidden();
	expect((await follow()).headers().location).toBe("https://example.com/winter");

	await openMenu(page, name, "Delete");
	const question = page.getByRole("alertdialog", { name: "Delete this trigger link?" });
	await expect(question).toContainText(name);
	await expectAccessible(page);
	await question.getByRole("button", { name: "Delete trigger link" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Trigger links" })).toBeVisible();
	await expect(rowOf(page, name)).toHaveCount(0);
	const gone = await follow();
	expect(gone.status()).toBe(404);
	expect(await gone.text()).toContain("There is nothing here");
});

test("a viewer looks at links and can change none", async ({ page, signIn }) => {
	await signIn("VIEWER");
	await page.goto(LINKS);

	await expect(rowOf(page, "Spring offer")).toBeVisible();
	await expect(page.getByText("View only")).toBeVisible();
	await expect(page.getByRole("button", { name: /Create|Actions/ })).toHaveCount(0);
});

test.describe("on a narrow phone", () => {
	test.use({ viewport: { width: 320, height: 780 } });

	test("links fit the screen", async ({ page, signIn }) => {
		await signIn("MANAGER");
		await page.goto(LINKS);
		await expect(page.getByRole("link", { name: "Spring offer" })).toBeVisible();

		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		await expectAccessible(page);
	});
});
