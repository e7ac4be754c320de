import { ERROR_GUIDE, VERDICT_GUIDE } from "#lib/contracts/error-guide.ts";
import { demo, expect, expectAccessible, test } from "../fixtures.ts";

const PAGES = [
	["", "Build with Latchkey"],
	["/getting-started", "Getting started"],
	["/authentication", "Authentication"],
	["/api-1", "API 1.0"],
	["/api-2", "API 2.0"],
	["/moving-from-1-to-2", "Moving from 1.0 to 2.0"],
	["/workflows", "Workflows"],
	["/trigger-links", "Trigger links"],
	["/forms", "Forms"],
	["/verifying-keys", "Verifying keys"],
	["/unkey", "Coming from Unkey"],
	["/webhooks", "Webhooks"],
	["/signed-requests", "Signed requests"],
	["/errors", "Errors and verdicts"],
	["/limits", "Limits"],
	["/best-practices", "Best practices"],
	["/troubleshooting", "Troubleshooting"],
	["/search?q=rotate", "Search"],
] as const;

for (const [path, title] of PAGES) {
	test(`anybody reads “${title}” at /developers${path}, also on a narrow phone`, async ({ page }) => {
		await page.goto(`/developers${path}`);
		await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
		await expectAccessible(page);
		const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
		expect(ids).toEqual([...new Set(ids)]);

		await page.setViewportSize({ width: 320, height: 780 });
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(width).toBeLessThanOrEqual(320);
	});
}

test("the search answers while one types, and leads to the section", async ({ page }) => {
	await page.goto("/developers");
	const box = page.getByRole("searchbox", { name: "Search the documentation" });

	await expect(async () => {
		await box.fill("");
		await box.pressSequentially("signature_refused");
		await expect(page.getByRole("search").getByRole("link").first()).toBeVisible({ timeout: 2_000 });
	}).toPass();
	await expectAccessible(page);
	await page
		.getByRole("search")
		.getByRole("link", { name: /signature_refused/ })
		.click();

	await expect(page).toHaveURL(/\/developers\/errors#signature_refused$/);
	await expect(page.getByRole("heading", { level: 1, name: "Errors and verdicts" })).toBeVisible();
});

test("the search is walked by the keyboard, and gives the box back on Escape", async ({ page }) => {
	await page.goto("/developers");
	const box = page.getByRole("searchbox", { name: "Search the documentation" });
	const links = page.getByRole("search").getByRole("link");
	await expect(async () => {
		await box.fill("");
		await box.pressSequentially("rotate");
		await expect(links.nth(1)).toBeVisible({ timeout: 2_000 });
	}).toPass();

	await page.setViewportSize({ width: 320, height: 780 });
	await expect(links.first()).toBeInViewport({ ratio: 1 });
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("ArrowDown");
	await expect(links.nth(1)).toBeFocused();
	await page.keyboard.press("Escape");

	await expect(links).toHaveCount(0);
	await expect(box).toBeFocused();
	await box.fill("xylophone");
	await expect(page.getByText("Nothing found. Try fewer or other words.")).toBeVisible();
});

test("the address that a refusal names leads to the cause and the cure of its code alone", async ({
	page,
	request,
}) => {
	const refusal = await request.get("/api/v2/keys/me", { headers: { Authorization: "Bearer lk_loc_none" } });
	const { type } = (await refusal.json()) as { type: string };
	expect(type).toMatch(/\/developers\/errors#NOT_FOUND$/);
	await page.goto(type);
	await expect(page.getByText(VERDICT_GUIDE.NOT_FOUND)).toBeInViewport();

	for (const [code, cure] of Object.entries({ ...VERDICT_GUIDE, ...ERROR_GUIDE })) {
		const text = await page.evaluate((id) => document.getElementById(id)?.textContent, code);
		expect(text, code).toContain(cure);
	}
});

test("a language chosen in one example holds for the others, and is what the button copies", async ({
	page,
	context,
}) => {
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	await page.goto("/developers/getting-started");
	await expect(async () => {
		await page.getByRole("tab", { name: "JavaScript" }).first().click();
		await expect(page.getByRole("tab", { name: "JavaScript", selected: true })).toHaveCount(3, {
			timeout: 1_000,
		});
	}).toPass();

	await page.getByRole("button", { name: "Copy JavaScript example: Ask what your key is" }).click();

	await expect(page.getByText("Copied", { exact: true })).toBeVisible();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toContain("process.env.LATCHKEY_API_KEY");
	expect(copied).toContain("/api/v2/keys/me");
	await page.goto("/developers/api-1");
	await expect(page.getByRole("tab", { name: "JavaScript", selected: true }).first()).toBeVisible();
});

test("who signs in from a page comes back to it, and nobody else is shown their ids", async ({
	page,
	request,
}) => {
	const owner = demo.users.find(({ role }) => role === "OWNER");
	await page.goto("/developers/workflows");
	await expect(page.getByText("LOCATION_ID").first()).toBeVisible();
	await page.getByRole("main").getByRole("link", { name: "sign in" }).click();
	await page.getByLabel("E-mail").fill(owner?.email ?? "");
	await page.getByLabel("Password", { exact: true }).fill(owner?.password ?? "");
	await page.getByRole("button", { name: "Sign in" }).click();

	await expect(page).toHaveURL(/\/developers\/workflows$/);
	await expect(page.getByText("The examples hold the ids of")).toBeVisible();
	await expect(page.getByText("LOCATION_ID")).toHaveCount(0);
	const strangers = await request.get("/developers/workflows");
	expect(await strangers.text()).not.toContain(demo.agency.id);
	expect(strangers.headers()["cache-control"]).toContain("no-store");
});

test("who is signed in finds the way from the console, and sees their own ids in the examples, but no key", async ({
	page,
	signIn,
}) => {
	await signIn("OWNER");
	await page.getByRole("button", { name: /^Account of/ }).click();
	await page.getByRole("menuitem", { name: "Developer documentation" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Build with Latchkey" })).toBeVisible();

	await page
		.getByRole("navigation", { name: "Documentation" })
		.getByRole("link", { name: "API 2.0", exact: true })
		.click();

	await expect(page.getByText("The examples hold the ids of")).toBeVisible();
	const html = await page.content();
	expect(html).toContain(demo.agency.id);
	expect(demo.locations.some(({ id }) => html.includes(id))).toBe(true);
	expect(html).not.toMatch(/lk_(?:agy|loc)_[A-Za-z0-9]{38}/);
	await expect(page.getByRole("link", { name: "Console" })).toBeVisible();
});

test.describe("without scripts", () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

	test("pages are read, folded out and searched all the same", async ({ page }) => {
		await page.goto("/developers/getting-started");
		await expect(page.getByText(/curl "/).first()).toBeVisible();
		await page.getByText("All pages").click();
		await expect(page.getByRole("link", { name: "Troubleshooting" })).toBeVisible();

		await page.getByRole("searchbox").fill("webhook");
		await page.getByRole("searchbox").press("Enter");

		await expect(page).toHaveURL(/\/developers\/search\?q=webhook$/);
		await expect(page.getByRole("main").getByRole("link", { name: "Webhooks" })).toBeVisible();
		await expect(page.getByRole("searchbox")).toHaveValue("webhook");
	});
});
