import { generateSecret } from "#lib/core/keys/format.ts";
import { expect, expectAccessible, test } from "../fixtures.ts";

test("somebody who found a key reports it, and learns nothing of it", async ({ page }) => {
	const { plaintext } = generateSecret("LOCATION");
	await page.goto("/report-leak");
	await expectAccessible(page);

	await page.getByLabel("What you found").fill(`TOKEN="${plaintext}" # do not commit`);
	await page.getByLabel("Where you found it").fill("A public repository");
	await page.getByRole("button", { name: "Report" }).click();

	await expect(page.getByRole("heading", { level: 1, name: "Thank you" })).toBeVisible();
	await expect(page).toHaveURL(/\/report-leak\/thanks$/);
	expect(await page.content()).not.toContain(plaintext);
	await expectAccessible(page);
});

test("what has not the form of a key is sent back, with a word on what that is", async ({ page }) => {
	await page.goto("/report-leak");
	await page.getByLabel("What you found").fill("lk_agy_tooshort");
	await page.getByRole("button", { name: "Report" }).click();

	await expect(
		page.getByRole("alert").filter({ hasText: "Nothing in it has the form of a key" }),
	).toBeVisible();
	await expect(page.getByLabel("What you found")).toHaveAccessibleDescription(/Paste the whole key/);
	await expect(page.getByLabel("What you found")).toBeFocused();
	await expectAccessible(page);
});

test.describe("without scripts, on a phone", () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 780 } });

	test("the form works all the same", async ({ page }) => {
		await page.goto("/report-leak");
		await page.getByLabel("What you found").fill(generateSecret("AGENCY").plaintext);
		await page.getByRole("button", { name: "Report" }).click();

		await expect(page.getByRole("heading", { level: 1, name: "Thank you" })).toBeVisible();
	});
});

test("programs report without any credential, from anywhere, and get one answer for all", async ({
	playwright,
	baseURL,
}) => {
	const api = await playwright.request.newContext({
		...(baseURL && { baseURL }),
		extraHTTPHeaders: { Origin: "https://scanner.example" },
	});
	const answers = [];
	for (const key of [generateSecret("AGENCY").plaintext, "junk"]) {
		const answer = await api.post("/api/v2/keys/report-leak", {
			data: { keys: [key], url: "https://git.example/" },
		});
		answers.push([answer.status(), await answer.json()]);
	}
	expect(answers).toEqual([
		[202, { received: 1 }],
		[202, { received: 1 }],
	]);

	const rule = await api.get("/developers/scanner-rule.toml");
	expect(rule.headers()["content-type"]).toContain("application/toml");
	expect(await rule.text()).toContain("latchkey-api-key");
	await api.dispose();
});
