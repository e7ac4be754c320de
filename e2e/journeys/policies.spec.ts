import type { Page } from "@playwright/test";
import { demo, expect, expectAccessible, keysOf, newTitle, openCreateDialog, test } from "../fixtures.ts";

const POLICIES = `/agencies/${demo.agency.slug}/policies`;

const saveButton = (page: Page) => page.getByRole("button", { name: "Save policies" });

/** Types until the page listens, and saves. */
async function save(page: Page, fill: () => Promise<void>) {
	await page.goto(POLICIES);
	await expect(async () => {
		await fill();
		await expect(page.getByText("You have changes that are not saved.")).toBeVisible({ timeout: 1_000 });
	}).toPass({ timeout: 20_000 });
	await saveButton(page).click();
	await expect(page.getByText("The policies were saved.")).toBeVisible();
	await expect(page.getByText("Everything is saved.")).toBeVisible();
}

// The demo's agency is shared, and journeys run side by side: no other makes location keys that write trigger links, or
// so many agency keys.
test.describe.configure({ mode: "serial" });

test("an owner limits what location keys may hold, and the form for new keys shows and enforces it", async ({
	page,
	signIn,
}) => {
	await signIn("OWNER");
	await page.getByRole("link", { name: "Policies" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Policies" })).toBeVisible();
	await expectAccessible(page);

	try {
		await save(page, async () => {
			await page.getByRole("radio", { name: /Chosen scopes/ }).click();
			for (const area of ["Contacts", "Forms", "Workflows"])
				await page.getByRole("checkbox", { name: `${area}: Write` }).setChecked(true);
			for (const area of ["Trigger links", "Locations"])
				await page.getByRole("checkbox", { name: `${area}: Read` }).setChecked(true);
			await expect(page.getByText(/location keys? holds? more than this/)).toBeVisible();
		});
		await expectAccessible(page);

		await page.goto(keysOf.location("hillside"));
		const dialog = await openCreateDialog(page);
		await dialog.getByRole("radio", { name: /ADMIN/ }).click();
		await expect(dialog.getByRole("checkbox", { name: "Trigger links: Write" })).toBeDisabled();
		await expect(dialog.getByRole("checkbox", { name: "Forms: Write" })).toBeEnabled();
		await expect(dialog.getByText("does not let location keys hold the other scopes")).toBeVisible();
		await expectAccessible(page);

		await dialog.getByLabel("Title").fill(newTitle("Beyond the policy"));
		await dialog.getByRole("checkbox", { name: "Contacts: Read" }).setChecked(true);
		await addToNextAction(page, "links.write");
		await dialog.getByRole("button", { name: "Create API key" }).click();
		await expect(
			dialog.getByText("Your agency's policy does not let location keys hold links.write.").first(),
		).toBeVisible();
	} finally {
		await restore(page);
	}
});

/** Sends what the form would never send: the call of somebody who goes around it. */
async function addToNextAction(page: Page, scope: string) {
	await page.route(keysOf.location("hillside"), async (route) => {
		const body = route.request().postData();
		if (!body) return route.fallback();
		await route.continue({
			postData: body.replace('"contacts.readonly"', `"contacts.readonly","${scope}"`),
		});
	});
}

async function restore(page: Page) {
	await page.goto(POLICIES);
	await expect(async () => {
		await page.getByLabel("Agency keys", { exact: true }).fill("");
		await page.getByRole("radio", { name: /All scopes/ }).click();
		await saveButton(page).click();
		await expect(page.getByText("The policies were saved.").first()).toBeVisible({ timeout: 5_000 });
	}).toPass({ timeout: 30_000 });
	await page.reload();
	await expect(page.getByRole("radio", { name: /All scopes/ })).toBeChecked();
	await expect(page.getByLabel("Agency keys", { exact: true })).toHaveValue("");
}

test("a number that is no number is named at its field, and nothing is saved", async ({ page, signIn }) => {
	await signIn("ADMIN");
	await page.goto(POLICIES);
	const days = page.getByLabel("Days without use");
	const kept = await days.inputValue();
	await expect(async () => {
		await days.fill("7");
		await expect(page.getByText("You have changes that are not saved.")).toBeVisible({ timeout: 1_000 });
	}).toPass({ timeout: 20_000 });

	await saveButton(page).click();

	await expect(days).toHaveAccessibleDescription(/must be at least 30/);
	await expect(days).toBeFocused();
	await expectAccessible(page);
	await page.getByRole("button", { name: "Discard" }).click();
	await expect(days).toHaveValue(kept);
});

test("of two people who change the policies at once, the second is told and can see the first's", async ({
	page,
	signIn,
	browser,
}) => {
	await signIn("OWNER");
	const other = await browser.newContext({ storageState: await page.context().storageState() });
	try {
		const second = await other.newPage();
		await second.goto(POLICIES);
		await save(page, () => page.getByLabel("Agency keys", { exact: true }).fill("999999"));

		await expect(async () => {
			await second.getByLabel("Agency keys", { exact: true }).fill("999998");
			await expect(second.getByText("You have changes that are not saved.")).toBeVisible({ timeout: 1_000 });
		}).toPass({ timeout: 20_000 });
		await saveButton(second).click();
		await expect(second.getByRole("form").getByRole("alert")).toContainText(
			"Somebody else changed the policies meanwhile",
		);
		await second.getByRole("button", { name: "Show what they say now" }).click();

		await expect(second.getByLabel("Agency keys", { exact: true })).toHaveValue("999999");
		await expect(second.getByText("Everything is saved.")).toBeVisible();
	} finally {
		await other.close();
		await restore(page);
	}
});

test("a member reads the policies and can change none", async ({ page, signIn }) => {
	await signIn("MEMBER");
	await page.getByRole("link", { name: "Policies" }).click();

	await expect(page.getByText("View only")).toBeVisible();
	await expect(page.getByText("Longest life")).toBeVisible();
	await expect(saveButton(page)).toHaveCount(0);
	await expectAccessible(page);
});

test.describe("for people of a location", () => {
	test.use({ expectedConsole: [/404 \(Not Found\)/] });

	test("the policies are not there", async ({ page, signIn }) => {
		await signIn("MANAGER");

		expect((await page.goto(POLICIES))?.status()).toBe(404);
	});
});

test.describe("320 pixels wide", () => {
	test.use({ viewport: { width: 320, height: 780 } });

	test("the policies need no sideways scroll", async ({ page, signIn }) => {
		await signIn("ADMIN");
		await page.goto(POLICIES);
		await expect(async () => {
			await page.getByRole("radio", { name: /Chosen scopes/ }).click();
			await expect(page.getByRole("checkbox", { name: "Contacts: Read" })).toBeVisible({ timeout: 1_000 });
		}).toPass({ timeout: 20_000 });

		const { scrollWidth, clientWidth } = await page.evaluate(() => {
			const { scrollWidth, clientWidth } = document.documentElement;
			return { scrollWidth, clientWidth };
		});
		expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
		await expectAccessible(page);
	});
});
