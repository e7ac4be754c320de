import type { Page } from "@playwright/test";
import { demo, expect, expectAccessible, newTitle, rowOf, test } from "../fixtures.ts";

const WEBHOOKS = `/agencies/${demo.agency.slug}/webhooks`;

/** Nobody listens there: the name can never be looked up. */
const newUrl = () => `https://${newTitle("hook").replace(" ", "-")}.invalid/latchkey`;

const dialogOf = (page: Page, name: string) => page.getByRole("dialog", { name });

/** Presses until the page listens. */
async function openDialog(page: Page) {
	const dialog = dialogOf(page, "Add webhook");
	await expect(async () => {
		if (await dialog.isHidden()) await page.getByRole("button", { name: "Add webhook" }).first().click();
		await expect(dialog).toBeVisible({ timeout: 1_000 });
	}).toPass({ timeout: 20_000 });
	return dialog;
}

async function addWebhook(page: Page, url: string) {
	await page.goto(WEBHOOKS);
	const dialog = await openDialog(page);
	await dialog.getByLabel("URL").fill(url);
	await dialog.getByRole("checkbox", { name: /key\.revoked/ }).click();
	await dialog.getByRole("button", { name: "Add webhook" }).click();
	await expect(dialog).toBeHidden();
	await expect(rowOf(page, url)).toBeVisible();
}

const pick = async (page: Page, url: string, item: string) => {
	await page.getByRole("button", { name: `Actions for ${url}` }).click();
	await page.getByRole("menuitem", { name: item }).click();
};

async function deleteWebhook(page: Page, url: string) {
	await page.goto(WEBHOOKS);
	const question = page.getByRole("alertdialog", { name: "Delete this webhook?" });
	await expect(async () => {
		await pick(page, url, "Delete");
		await expect(question).toBeVisible({ timeout: 1_000 });
	}).toPass({ timeout: 20_000 });
	await expect(question).toContainText(url);
	await expectAccessible(page);
	await question.getByRole("button", { name: "Delete webhook" }).click();
	await expect(rowOf(page, url)).toHaveCount(0);
	await expect(page.getByText("The webhook was deleted.")).toBeVisible();
}

test("an owner adds a webhook, mends what was not accepted, changes it, and switches it off and on", async ({
	page,
	signIn,
}) => {
	await signIn("OWNER");
	await page.getByRole("link", { name: "Webhooks" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Webhooks" })).toBeVisible();
	await expectAccessible(page);

	const url = newUrl();
	const dialog = await openDialog(page);
	await dialog.getByLabel("URL").fill("http://hooks.example.com/#part");
	await dialog.getByRole("button", { name: "Add webhook" }).click();
	await expect(dialog.getByText("2 things need another look")).toBeVisible();
	await expect(dialog.getByLabel("URL")).toBeFocused();
	await expectAccessible(page);
	await dialog.getByLabel("URL").fill("https://10.0.0.1/latchkey");
	await dialog.getByRole("checkbox", { name: "All events" }).click();
	await dialog.getByRole("button", { name: "Add webhook" }).click();
	await expect(dialog.getByLabel("URL")).toHaveAccessibleDescription(/not on the public internet/);
	await dialog.getByLabel("URL").fill(url);
	await dialog.getByRole("button", { name: "Add webhook" }).click();
	await expect(rowOf(page, url)).toContainText("All events");
	await expect(rowOf(page, url)).toContainText("Nothing sent yet");

	await pick(page, url, "Edit");
	const edit = dialogOf(page, "Edit webhook");
	await edit.getByLabel("Description").fill("Billing listens here");
	await edit.getByRole("checkbox", { name: /key\.created/ }).click();
	await edit.getByRole("button", { name: "Save changes" }).click();
	await expect(rowOf(page, url)).toContainText("9 of 10 events");
	await expect(rowOf(page, url)).toContainText("Billing listens here");

	await pick(page, url, "Switch off");
	await expect(rowOf(page, url)).toContainText("Off");
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(rowOf(page, url).getByText("On", { exact: true })).toBeVisible();
	await deleteWebhook(page, url);
});

test("a test appears in the log, with its message and id, and what is over can be sent again", async ({
	page,
	signIn,
}) => {
	await signIn("ADMIN");
	const url = newUrl();
	await addWebhook(page, url);

	await pick(page, url, "Send test");
	await page.getByRole("button", { name: "Show log" }).click();

	await expect(page.getByRole("heading", { level: 1, name: new URL(url).host })).toBeVisible();
	const line = page.getByRole("row").filter({ hasText: "webhook.test" });
	await expect(line).toContainText(/Pending|Parked|Delivered/);
	await expectAccessible(page);
	await line.getByRole("button", { name: "Details of webhook.test" }).click();
	const detail = dialogOf(page, "A test that somebody sent");
	await expect(detail.getByText('"type": "webhook.test"')).toBeVisible();
	await expect(detail.getByText("webhook-id")).toBeVisible();
	await expectAccessible(page);
	await detail.getByRole("button", { name: "Close" }).last().click();
	await expect(detail).toBeHidden();

	// What waits is parked when the webhook is switched off.
	await pick(page, url, "Switch off");
	await expect(line).toContainText("Parked");
	await expect(page.getByRole("button", { name: "Send test" })).toHaveCount(0);
	await pick(page, url, "Switch on");
	await line.getByRole("button", { name: "Details of webhook.test" }).click();
	await detail.getByRole("button", { name: "Send again" }).click();
	await expect(page.getByText("It is on its way again, under the same id.")).toBeVisible();

	await page.getByRole("combobox", { name: "Event" }).click();
	await page.getByRole("option", { name: "key.revoked" }).click();
	await expect(page.getByText("No delivery matches the filters.")).toBeVisible();
	await page.getByRole("button", { name: "Clear filters" }).first().click();
	await expect(line).toBeVisible();
	await deleteWebhook(page, url);
});

test("who deletes a webhook on its own page comes back to the list", async ({ page, signIn }) => {
	await signIn("OWNER");
	const url = newUrl();
	await addWebhook(page, url);
	await rowOf(page, url).getByRole("link").click();
	await expect(page.getByRole("heading", { name: "Nothing sent yet" })).toBeVisible();
	await expectAccessible(page);

	await pick(page, url, "Delete");
	await page.getByRole("button", { name: "Delete webhook" }).click();

	await expect(page.getByRole("heading", { level: 1, name: "Webhooks" })).toBeVisible();
	await expect(rowOf(page, url)).toHaveCount(0);
});

test("a member looks at the webhooks and can change none", async ({ page, signIn, browser }) => {
	await signIn("OWNER");
	const url = newUrl();
	await addWebhook(page, url);
	const owner = await browser.newContext({ storageState: await page.context().storageState() });
	try {
		await page.context().clearCookies();
		await signIn("MEMBER");
		await page.getByRole("link", { name: "Webhooks" }).click();

		await expect(page.getByText("View only")).toBeVisible();
		await expect(page.getByRole("button", { name: "Add webhook" })).toHaveCount(0);
		await expect(page.getByRole("button", { name: `Actions for ${url}` })).toHaveCount(0);
		await rowOf(page, url).getByRole("link").click();
		await expect(page.getByRole("heading", { level: 1, name: new URL(url).host })).toBeVisible();
		await expect(page.getByText("View only")).toBeVisible();
		await expect(page.getByRole("button", { name: "Send test" })).toHaveCount(0);
		await expectAccessible(page);
	} finally {
		await deleteWebhook(await owner.newPage(), url);
		await owner.close();
	}
});

test.describe("for people of a location", () => {
	test.use({ expectedConsole: [/404 \(Not Found\)/] });

	test("there are no webhooks", async ({ page, signIn }) => {
		await signIn("MANAGER");

		expect((await page.goto(WEBHOOKS))?.status()).toBe(404);
		expect((await page.goto(`${WEBHOOKS}/${"0".repeat(8)}-0000-7000-8000-${"0".repeat(12)}`))?.status()).toBe(
			404,
		);
	});
});

test.describe("320 pixels wide", () => {
	test.use({ viewport: { width: 320, height: 780 } });

	test("webhooks and their log need no sideways scroll", async ({ page, signIn }) => {
		await signIn("OWNER");
		const url = `https://${"long-".repeat(11)}name.invalid/${newTitle("path").replace(" ", "-")}/${"a".repeat(120)}`;
		const isWithinScreen = () =>
			page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
		await addWebhook(page, url);
		expect(await isWithinScreen()).toBe(true);
		await expectAccessible(page);

		await pick(page, url, "Send test");
		await page.getByRole("button", { name: "Show log" }).click();
		const line = page.getByRole("row").filter({ hasText: "webhook.test" });
		await expect(line).toBeVisible();
		expect(await isWithinScreen()).toBe(true);
		await expectAccessible(page);
		await line.getByRole("button", { name: "Details of webhook.test" }).click();
		await expect(dialogOf(page, "A test that somebody sent")).toBeVisible();
		await expectAccessible(page);
		await deleteWebhook(page, url);
	});
});
