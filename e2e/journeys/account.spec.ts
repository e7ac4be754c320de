import type { Browser, Page } from "@playwright/test";
import { generate } from "otplib";
import { demo, expect, expectAccessible, test } from "../fixtures.ts";

// One person of the demo whom no other journey signs in as: what happens to their account disturbs nobody.
const person = demo.users.findLast(({ role }) => role === "MANAGER");
const email = person?.email ?? "";
const password = person?.password ?? "";
const OTHER_PASSWORD = "vexing quilt orbit lamp";

test.describe.configure({ mode: "serial" });

async function signIn(page: Page, typedPassword = password) {
	await page.goto("/sign-in");
	await page.getByLabel("E-mail").fill(email);
	await page.getByLabel("Password", { exact: true }).fill(typedPassword);
	await page.getByRole("button", { name: "Sign in" }).click();
}

async function openAccount(page: Page, typedPassword?: string) {
	await signIn(page, typedPassword);
	await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
	await page.goto("/account");
	await expect(page.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
}

async function anotherBrowser(browser: Browser, baseURL: string | undefined) {
	const context = await browser.newContext({ ...(baseURL && { baseURL }) });
	return { page: await context.newPage(), close: () => context.close() };
}

const stepUpDialog = (page: Page) => page.getByRole("alertdialog", { name: "Confirm that it is you" });

async function proveByPassword(page: Page) {
	const dialog = stepUpDialog(page);
	await dialog.getByLabel("Your password").fill(password);
	await dialog.getByRole("button", { name: "Confirm" }).click();
	await expect(dialog).toBeHidden();
}

const isSignedOut = async (page: Page) => {
	await page.goto("/account");
	await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
};

test("a name is changed, and the header says it", async ({ page }) => {
	await openAccount(page);
	await expectAccessible(page);
	const name = page.getByLabel("Name", { exact: true });
	const before = await name.inputValue();

	await name.fill("Regional Grace");
	await page.getByRole("button", { name: "Save name" }).click();
	await expect(page.getByRole("button", { name: "Account of Regional Grace" })).toBeVisible();

	await name.fill(before);
	await page.getByRole("button", { name: "Save name" }).click();
	await expect(page.getByRole("button", { name: `Account of ${before}` })).toBeVisible();
});

test("a session is ended from another, and all others at once", async ({ page, browser, baseURL }) => {
	const [second, third] = [await anotherBrowser(browser, baseURL), await anotherBrowser(browser, baseURL)];
	for (const other of [second, third]) await openAccount(other.page);
	await openAccount(page);
	const rows = page.getByRole("list", { name: "Sessions" }).getByRole("listitem");
	await expect(rows.filter({ hasText: "This one" })).toHaveCount(1);
	const count = await rows.count();

	await rows.nth(1).getByRole("button", { name: /^End/ }).click();
	await expect(rows).toHaveCount(count - 1);
	await page.getByRole("button", { name: "End all others" }).click();
	const dialog = page.getByRole("alertdialog", { name: "End all other sessions?" });
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "End all others" }).click();
	await expect(rows).toHaveCount(1);

	for (const other of [second, third]) await isSignedOut(other.page);
	await page.reload();
	await expect(page.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
	await Promise.all([second.close(), third.close()]);
});

test("changing the password ends the other browser's session, and this one goes on", async ({
	page,
	browser,
	baseURL,
}) => {
	const other = await anotherBrowser(browser, baseURL);
	await openAccount(other.page);
	await openAccount(page);
	const change = async (from: string, to: string) => {
		await page.getByLabel("Current password", { exact: true }).fill(from);
		await page.getByLabel("New password", { exact: true }).fill(to);
		await page.getByRole("button", { name: "Change password" }).click();
	};

	await change("certainly wrong", OTHER_PASSWORD);
	await expect(page.getByText("That is not your present password.")).toBeVisible();
	await change(password, "passwordpassword");
	await expect(page.getByText(/most common/)).toBeVisible();
	await expectAccessible(page);
	await change(password, OTHER_PASSWORD);
	await expect(page.getByText("Your password was changed.")).toBeVisible();

	await isSignedOut(other.page);
	await signIn(other.page);
	await expect(other.page.getByText(/do not match/)).toBeVisible();
	await page.reload();
	await change(OTHER_PASSWORD, password);
	await expect(page.getByText("Your password was changed.")).toBeVisible();
	await other.close();
});

test("a second factor is set up, asked for at sign-in, replaced by a recovery code once, and switched off", async ({
	page,
	browser,
	baseURL,
}) => {
	await openAccount(page);
	await page.getByRole("button", { name: "Set up a second factor" }).click();
	await expectAccessible(page);
	await proveByPassword(page);
	const enrol = page.getByRole("dialog", { name: "Set up a second factor" });
	await expect(enrol.getByRole("img", { name: /QR code/ })).toBeVisible();
	await expectAccessible(page);
	const seed = (await enrol.getByLabel("Or type this key into the app").inputValue()).replaceAll(" ", "");
	const enrolledAt = Math.floor(Date.now() / 1_000);
	await enrol.getByLabel("Code from the app").fill(await generate({ secret: seed, epoch: enrolledAt - 30 }));
	await enrol.getByRole("button", { name: "Switch on" }).click();

	const shown = page.getByRole("dialog", { name: "Your recovery codes" });
	await expect(shown.getByRole("listitem")).toHaveCount(10);
	await expectAccessible(page);
	const [recoveryCode = ""] = await shown.getByRole("listitem").allTextContents();
	await shown.getByRole("button", { name: "I have stored the codes" }).click();
	await expect(page.getByText(/10 of your recovery codes/)).toBeVisible();
	expect(await page.content()).not.toContain(recoveryCode);

	const other = await anotherBrowser(browser, baseURL);
	const enter = async (code: string) => {
		await other.page.getByLabel("Code").fill(code);
		await other.page.getByRole("button", { name: "Go on" }).click();
	};
	await signIn(other.page);
	await expect(other.page.getByRole("heading", { name: "Confirm that it is you" })).toBeVisible();
	await expectAccessible(other.page);
	await enter("000000");
	await expect(other.page.getByText(/is not right/)).toBeVisible();
	await enter(await generate({ secret: seed, epoch: enrolledAt }));
	await expect(other.page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
	await other.close();

	const third = await anotherBrowser(browser, baseURL);
	await signIn(third.page);
	await third.page.getByLabel("Code").fill(recoveryCode);
	await third.page.getByRole("button", { name: "Go on" }).click();
	await expect(third.page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
	await third.close();

	await page.reload();
	await expect(page.getByText(/9 of your recovery codes/)).toBeVisible();
	await page.getByRole("button", { name: "Switch off" }).click();
	await expectAccessible(page);
	await page
		.getByRole("alertdialog", { name: "Switch off your second factor?" })
		.getByRole("button", { name: "Switch off" })
		.click();
	await expect(page.getByText("Your second factor is off.")).toBeVisible();
	await expect(page.getByRole("button", { name: "Set up a second factor" })).toBeVisible();
});

test("a link that counts no more says so, and forgotten passwords have a page", async ({ page }) => {
	await page.goto("/sign-in");
	await page.getByRole("link", { name: "Forgotten your password?" }).click();
	await expect(page.getByRole("heading", { name: "Set a new password" })).toBeVisible();
	await expectAccessible(page);

	await page.goto(`/reset-password?token=${"A".repeat(43)}`);
	await expect(page.getByText(/This link no longer works/)).toBeVisible();
	await expectAccessible(page);
});

test("the account page fits a narrow phone", async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 700 });
	await openAccount(page);

	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow).toBeLessThanOrEqual(0);
	await expectAccessible(page);
});
