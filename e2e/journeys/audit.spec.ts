import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { createKey, demo, expect, expectAccessible, newTitle, openMenu, rowOf, test } from "../fixtures.ts";

const auditOf = {
	agency: `/agencies/${demo.agency.slug}/audit`,
	location: (slug: string) => `/agencies/${demo.agency.slug}/locations/${slug}/audit`,
};

const search = (page: Page) => page.getByRole("textbox", { name: "Search names and ids" });

const detail = (page: Page) => page.getByRole("dialog", { name: /API key/ });

test("an owner narrows the log down, looks at what changed, and takes it away as a file", async ({
	page,
	signIn,
}) => {
	const title = newTitle("Audited");
	await signIn("OWNER");
	await createKey(page, title);
	await openMenu(page, title, "Switch off");
	await expect(rowOf(page, title)).toContainText("Inactive");

	await page.getByRole("link", { name: "Audit log" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();
	await expect(rowOf(page, "Switched an API key off").first()).toBeVisible();
	await expectAccessible(page);

	await search(page).fill(title);
	await expect(page).toHaveURL(/q=/);
	await expect(rowOf(page, title)).toHaveCount(2);
	await page
		.getByRole("combobox", { name: /Events/ })
		.first()
		.click();
	await page.getByRole("option", { name: "Sign-ins and accounts" }).click();
	await expect(page.getByText("Nothing found")).toBeVisible();
	await page.goBack();
	await expect(rowOf(page, title)).toHaveCount(2);

	const opener = rowOf(page, "Switched an API key off").getByRole("button", { name: /^Details of event/ });
	await opener.click();
	await expect(detail(page).getByRole("row", { name: /Enabled yes no/ })).toBeVisible();
	await expect(detail(page)).toContainText(title);
	await expectAccessible(page);
	await page.keyboard.press("Escape");
	await expect(opener).toBeFocused();

	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("link", { name: "Export these as CSV" }).click(),
	]);
	expect(download.suggestedFilename()).toMatch(/^audit-log-demo-\d{4}-\d\d-\d\d\.csv$/);
	const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
	expect(lines).toHaveLength(3);
	expect(lines[1]).toContain("key.disable");

	await page.getByRole("button", { name: "Clear filters" }).click();
	await expect(rowOf(page, "Exported the audit log").first()).toBeVisible();
});

test("a wrong password for a known address shows in the log, as the act of somebody unknown", async ({
	page,
	signIn,
}) => {
	await page.goto("/sign-in");
	await page.getByLabel("E-mail").fill(demo.users.find(({ role }) => role === "MEMBER")?.email ?? "");
	await page.getByLabel("Password", { exact: true }).fill("not the password of anybody");
	await page.getByRole("button", { name: "Sign in" }).click();
	await expect(page.getByRole("alert").first()).toBeVisible();

	await signIn("ADMIN");
	await page.goto(`${auditOf.agency}?group=refusals`);

	await expect(rowOf(page, "Sign-in refused").filter({ hasText: "Demo member" }).first()).toContainText(
		"Somebody not signed in",
	);
});

test("an act that a role does not allow is refused, and shows in the log without what was sent", async ({
	page,
	signIn,
}) => {
	const title = newTitle("Forbidden");
	await signIn("OWNER");
	const [call] = await Promise.all([
		page.waitForRequest((request) => request.method() === "POST" && "next-action" in request.headers()),
		createKey(page, title),
	]);
	const headers = await call.allHeaders();
	await page.context().clearCookies();
	await signIn("MEMBER");

	const answer = await page.request.post(call.url(), {
		headers: Object.fromEntries(
			["accept", "content-type", "next-action", "origin", "sec-fetch-site"].map((name) => [
				name,
				headers[name] ?? "",
			]),
		),
		data: call.postData()?.replace(title, "Never made") ?? "",
	});

	expect(await answer.text()).toContain("forbidden");
	await page.context().clearCookies();
	await signIn("OWNER");
	await page.goto(`${auditOf.agency}?group=refusals`);
	const refusal = rowOf(page, "Was refused: their role does not allow it").first();
	await expect(refusal).toContainText("Demo member");
	await refusal.getByRole("button", { name: /^Details of event/ }).click();
	await expect(page.getByRole("dialog")).toContainText(`/agencies/${demo.agency.slug}/keys`);
	await expect(page.getByRole("dialog")).not.toContainText("Never made");
});

test("pages are turned by neighbours, and days narrow the log", async ({ page, signIn }) => {
	await signIn("OWNER");
	await page.goto(auditOf.agency);

	await page.getByRole("button", { name: "Older" }).click();
	await expect(page).toHaveURL(/before=/);
	await expect(page.getByRole("button", { name: "Newest" })).not.toHaveAttribute("aria-disabled", "true");
	await page.getByRole("button", { name: "Newest" }).click();
	await expect(page).not.toHaveURL(/before=/);
	await expect(page.getByRole("button", { name: "Newest" })).toHaveAttribute("aria-disabled", "true");

	await page.getByLabel("To, a day in UTC").fill("2020-01-01");
	await expect(page.getByText("Nothing found")).toBeVisible();
	await page.goto(`${auditOf.agency}?group=lies&actor=x&from=yesterday&to=9999-99-99&before=-1&size=7`);
	await expect(page.getByRole("rowheader").first()).toBeVisible();
});

test("a manager reads their location's part of the log alone", async ({ page, signIn }) => {
	const title = newTitle("Harbour audit");
	await signIn("MANAGER");
	await createKey(page, title);

	await page.getByRole("link", { name: "Audit log" }).click();

	await expect(rowOf(page, title)).toContainText("Created an API key");
	await expect(page.getByText("What was done at Harbour")).toBeVisible();
	await expect(page.getByRole("row").filter({ hasText: "Created the agency" })).toHaveCount(0);
	await expect(page.getByRole("columnheader", { name: "Location" })).toHaveCount(0);
	await expectAccessible(page);
	const file = await page.request.get(`${auditOf.location("harbour")}/export`);
	expect(file.status()).toBe(200);
	expect(await file.text()).not.toContain("agency.create");
});

test.describe("logs of somebody else", () => {
	test.use({ expectedConsole: [/404 \(Not Found\)/] });

	test("do not exist for a manager, as page or as file", async ({ page, signIn }) => {
		await signIn("MANAGER");
		for (const address of [auditOf.agency, auditOf.location("hillside"), auditOf.location("never-existed")]) {
			expect((await page.goto(address))?.status()).toBe(404);
			expect((await page.request.get(`${address}/export`)).status()).toBe(404);
		}
	});
});

for (const width of [320, 390]) {
	test.describe(`${width} pixels wide`, () => {
		test.use({ viewport: { width, height: 780 } });

		test("the log is read without sideways scroll", async ({ page, signIn }) => {
			await signIn("OWNER");
			await page.goto(auditOf.agency);
			await expect(page.getByRole("rowheader").first()).toBeVisible();

			const { scrollWidth, clientWidth } = await page.evaluate(() => {
				const { scrollWidth, clientWidth } = document.documentElement;
				return { scrollWidth, clientWidth };
			});
			expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
			await expectAccessible(page);
			await page
				.getByRole("button", { name: /^Details of event/ })
				.first()
				.click();
			await expect(page.getByRole("dialog")).toBeVisible();
			await expectAccessible(page);
		});
	});
}
