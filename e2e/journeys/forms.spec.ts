import type { Page } from "@playwright/test";
import { TRAP } from "#lib/core/crm/form-parts.ts";
import { demo, expect, expectAccessible, newTitle, openMenu, rowOf, test } from "../fixtures.ts";

const FORMS = `/agencies/${demo.agency.slug}/locations/harbour/forms`;

const questionOf = (page: Page, number: number) =>
	page.getByRole("group", { name: `Question ${number}`, exact: true });

/** Makes a form in the editor, pressing until the page listens, and returns the path of its public page. */
async function createForm(page: Page, name: string) {
	await page.goto(`${FORMS}/new`);
	const create = page.getByRole("button", { name: "Create form" });
	await expect(async () => {
		if (await create.isVisible()) {
			await page.getByLabel("Name of the form").fill(name);
			await create.click();
		}
		await expect(page.getByRole("heading", { level: 1, name })).toBeVisible({ timeout: 3_000 });
	}).toPass({ timeout: 30_000 });
	return `/f/${page.url().split("/").at(-1)}`;
}

test("a manager makes a form by keyboard, and is led to what is missing", async ({ page, signIn }) => {
	await signIn("MANAGER");
	await page.getByRole("link", { name: "Forms" }).click();
	await page.getByRole("link", { name: "Create form" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Create form" })).toBeVisible();
	await page.getByRole("button", { name: "Create form" }).click();
	await expect(page.getByLabel("Name of the form")).toBeFocused();
	await expectAccessible(page);

	const name = newTitle("Survey");
	await page.getByLabel("Name of the form").fill(name);
	await page.getByRole("button", { name: "Add question" }).press("Enter");
	await expect(questionOf(page, 3).getByRole("textbox", { name: "Question" })).toBeFocused();
	await page.getByRole("button", { name: "Create form" }).press("Enter");
	await expect(questionOf(page, 3).getByRole("textbox", { name: "Question" })).toBeFocused();
	await expect(questionOf(page, 3).getByRole("textbox", { name: "Question" })).toHaveAccessibleDescription(
		"Write the question.",
	);
	await page.keyboard.type("How do you like it?");
	await page.getByRole("button", { name: "Move up: How do you like it?" }).press("Enter");
	await expect(page.getByRole("button", { name: "Move up: How do you like it?" })).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(questionOf(page, 1).getByRole("textbox", { name: "Question" })).toHaveValue(
		"How do you like it?",
	);
	await page.getByRole("button", { name: "Remove: First name" }).press("Enter");
	await expect(page.getByRole("button", { name: "Add question" })).toBeFocused();
	await expectAccessible(page);
	await page.getByRole("button", { name: "Create form" }).click();
	await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
	await expect(page.getByRole("heading", { name: "Nothing sent yet" })).toBeVisible();
	await expectAccessible(page);
});

test("a viewer looks at forms and can change none", async ({ page, signIn }) => {
	await signIn("VIEWER");
	await page.goto(FORMS);

	await expect(rowOf(page, "Contact us")).toBeVisible();
	await expect(page.getByText("View only")).toBeVisible();
	await expect(page.getByRole("link", { name: /Create/ })).toHaveCount(0);
	await expect(page.getByRole("button", { name: /Actions/ })).toHaveCount(0);
	await expectAccessible(page);
});

test("what a visitor sends is there to read and export, and goes with its form", async ({
	page,
	signIn,
	browser,
}) => {
	await signIn("MANAGER");
	const name = newTitle("Survey");
	const path = await createForm(page, name);

	const visitor = await (await browser.newContext()).newPage();
	await visitor.goto(new URL(path, page.url()).href);
	await visitor.getByLabel("First name").fill("=Well");
	await visitor.getByLabel("E-mail").fill(`${newTitle("ada").replace(" ", "-")}@contacts.example`);
	await visitor.getByRole("button", { name: "Send" }).click();
	await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeVisible();
	await visitor.context().close();

	await page.reload();
	await expect(rowOf(page, "=Well")).toContainText("@contacts.example");
	await expectAccessible(page);
	const [file] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("link", { name: "Export CSV" }).click(),
	]);
	const chunks = await (await file.createReadStream()).toArray();
	expect(Buffer.concat(chunks).toString()).toContain("'=Well");

	await openMenu(page, name, "Delete");
	const question = page.getByRole("alertdialog", { name: "Delete this form?" });
	await expectAccessible(page);
	await question.getByRole("button", { name: "Delete form" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Forms" })).toBeVisible();
	await expect(rowOf(page, name)).toHaveCount(0);
});

test("a visitor mends what was not accepted and loses nothing", async ({ page, signIn, expectedConsole }) => {
	expectedConsole.push(/422/);
	await signIn("MANAGER");
	const path = await createForm(page, newTitle("Mending"));
	await page.goto(path);
	await expectAccessible(page);

	await page.getByLabel("First name").fill("Ada");
	await page.getByLabel("E-mail").fill("ada@localhost");
	await page.getByRole("button", { name: "Send" }).click();

	await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/enter an e-mail address/);
	await expect(page.getByLabel("E-mail")).toBeFocused();
	await expect(page.getByLabel("First name")).toHaveValue("Ada");
	await expectAccessible(page);
});

test("a visitor whose form is gone is told so, and not sent to a console that is not theirs", async ({
	page,
	expectedConsole,
}) => {
	expectedConsole.push(/404/);
	const answer = await page.goto("/f/01890000-0000-7000-8000-000000000000");

	expect(answer?.status()).toBe(404);
	await expect(page.getByText("Ask whoever gave you the address.")).toBeVisible();
	await expect(page.getByRole("link")).toHaveCount(0);
	await expectAccessible(page);
});

test.describe("without scripts, on a phone", () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 780 } });

	test("a form works all the same", async ({ page, browser, baseURL, expectedConsole }) => {
		expectedConsole.push(/422/);
		const manager = await browser.newContext({ javaScriptEnabled: true, ...(baseURL && { baseURL }) });
		const path = await publicPathOf(await manager.newPage());
		await manager.close();
		await page.goto(path);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

		await page.getByLabel("First name").fill("Grace");
		await page.getByLabel("E-mail").fill("grace@contacts");
		await page.getByLabel("You may write to me about this.").check();
		await page.getByRole("button", { name: "Send message" }).click();
		await expect(page.getByRole("alert")).toContainText("Something needs another look.");
		await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/enter an e-mail address/);
		await expect(page.getByLabel("First name")).toHaveValue("Grace");
		await expect(page.getByLabel("You may write to me about this.")).toBeChecked();
		expect(page.url()).not.toContain("?");

		await page.getByLabel("E-mail").fill("grace@contacts.example");
		await page.getByRole("button", { name: "Send message" }).click();

		await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
		await expect(page.getByText("We will write to you within a day.")).toBeVisible();
	});
});

async function publicPathOf(page: Page) {
	const user = demo.users.find(({ role }) => role === "VIEWER");
	await page.goto("/sign-in");
	await page.getByLabel("E-mail").fill(user?.email ?? "");
	await page.getByLabel("Password", { exact: true }).fill(user?.password ?? "");
	await page.getByRole("button", { name: "Sign in" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
	await page.goto(FORMS);
	await expect(page.getByText("View only")).toBeVisible();
	const href = await page.getByRole("link", { name: "Contact us" }).getAttribute("href");
	return `/f/${href?.split("/").at(-1)}`;
}

test("other sites send a form, with and without scripts, and learn what was wrong", async ({
	page,
	signIn,
	playwright,
	baseURL,
}) => {
	await signIn("MANAGER");
	const path = await createForm(page, newTitle("Elsewhere"));
	const site = await playwright.request.newContext({
		...(baseURL && { baseURL }),
		maxRedirects: 0,
		extraHTTPHeaders: { Origin: "https://agency.example", "Sec-Fetch-Site": "cross-site" },
	});
	const answers = { first_name: "Ada", email: "ada@contacts.example" };

	const asked = await site.fetch(path, { method: "OPTIONS" });
	expect(asked.headers()).toMatchObject({
		"access-control-allow-origin": "*",
		"access-control-allow-headers": "Content-Type",
	});
	const done = await site.post(path, { data: answers });
	expect([done.status(), await done.json()]).toMatchObject([201, { status: "received", redirectTo: null }]);
	const posted = await site.post(path, { form: answers });
	expect([posted.status(), posted.headers().location]).toEqual([303, `${path}/thanks`]);
	const trapped = await site.post(path, { data: { ...answers, [TRAP]: "https://spam.example" } });
	expect(trapped.status()).toBe(201);

	const wrong = await site.post(path, { data: { first_name: "Ada" } });
	expect([wrong.status(), await wrong.json()]).toMatchObject([
		422,
		{ code: "invalid_input", errors: [{ field: "email" }] },
	]);
	const wrongForm = await site.post(path, { form: { first_name: "Ada" } });
	expect(wrongForm.status()).toBe(422);
	expect(await wrongForm.text()).toContain("E-mail is required.");
	expect((await site.post(path, { data: [1] })).status()).toBe(422);
	const multipart = await site.post(path, { multipart: answers });
	expect([multipart.status(), multipart.headers()["access-control-allow-origin"]]).toEqual([415, "*"]);
	expect((await site.post(path, { data: { first_name: "x".repeat(70_000) } })).status()).toBe(413);
	const unknown = await site.post("/f/01890000-0000-7000-8000-000000000000", { data: answers });
	expect(unknown.status()).toBe(404);
	await site.dispose();

	await page.reload();
	await expect(page.getByRole("row")).toHaveCount(3);
});
