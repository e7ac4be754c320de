import type { Page } from "@playwright/test";
import { signedText, signText } from "#lib/core/signed-request.ts";
import { demo, expect, expectAccessible, test } from "../fixtures.ts";

const ADDRESS = `/agencies/${demo.agency.slug}/shared-secret`;
const TARGET = "/api/v2/keys/me";
const owner = demo.users.find(({ role }) => role === "OWNER");
const key = demo.keys.find(({ level, role }) => level === "AGENCY" && role === "ADMIN")?.key ?? "";

test.describe.configure({ mode: "serial" });

/** What the server answers at the page's address: the page itself and its parts, and the answers of its actions. */
async function listen(page: Page) {
	const heard = { pages: "", actions: "", caching: new Set<string | undefined>() };
	await page.route(
		(url) => url.pathname === ADDRESS,
		async (route) => {
			const response = await route.fetch();
			heard[route.request().method() === "POST" ? "actions" : "pages"] += await response.text();
			heard.caching.add(response.headers()["cache-control"]);
			await route.fulfill({ response });
		},
	);
	return heard;
}

async function proveIt(page: Page) {
	const question = page.getByRole("alertdialog", { name: "Confirm that it is you" });
	await expect(question).toBeVisible();
	await question.getByLabel("Your password").fill(owner?.password ?? "");
	await question.getByRole("button", { name: "Confirm" }).click();
	await expect(question).toBeHidden();
}

const box = (page: Page, version: number) => page.getByRole("textbox", { name: `Version ${version}` });

/** The number of the version that counts without an end: it stands first. */
async function currentVersion(page: Page) {
	const button = page.getByRole("button", { name: /^(?:Show|Hide) version/ }).first();
	return Number((await button.getAttribute("aria-label"))?.split(" ").at(-1));
}

/** Makes the secret, unless an earlier try of this journey has. */
async function makeSecret(page: Page) {
	const create = page.getByRole("button", { name: "Create shared secret" });
	await expect(create.or(page.getByText("Current", { exact: true }))).toBeVisible();
	if (await create.isVisible()) {
		await create.click();
		await expectAccessible(page);
		await proveIt(page);
		await expect(page.getByText("The shared secret was created.")).toBeVisible();
	} else {
		await page
			.getByRole("button", { name: /^Show version/ })
			.first()
			.click();
		await proveIt(page);
		await page.getByRole("button", { name: /^Hide version/ }).click();
	}
}

async function show(page: Page, version: number) {
	await page.getByRole("button", { name: `Show version ${version}` }).click();
	await expect(box(page, version)).toHaveValue(/^whsec_[0-9A-Za-z+/]{43}=$/);
	return box(page, version).inputValue();
}

/** What the API says to a request that is signed with this text. */
async function ask(page: Page, text: string) {
	// No two requests of one second are alike.
	const target = `${TARGET}?n=${Math.random()}`;
	const timestamp = String(Math.floor(Date.now() / 1_000));
	const signature = signText(text, signedText(timestamp, { method: "GET", target, body: null })).toString(
		"hex",
	);
	const response = await page.request.get(target, {
		headers: {
			Authorization: `Bearer ${key}`,
			"X-Latchkey-Timestamp": timestamp,
			"X-Latchkey-Signature": `v1=${signature}`,
		},
	});
	return ((await response.json()) as { code: string }).code;
}

test("an owner makes the secret, looks at it, rotates it with an overlap and ends that", async ({
	page,
	signIn,
	context,
}) => {
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	await signIn("OWNER");
	const heard = await listen(page);
	await page.getByRole("link", { name: "API shared secret" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "API shared secret" })).toBeVisible();
	await expectAccessible(page);

	await makeSecret(page);
	const old = await currentVersion(page);
	await expect(box(page, old)).toHaveValue(/^whsec_•+$/);
	const first = await show(page, old);
	await expectAccessible(page);
	await page.getByRole("button", { name: `Copy version ${old}` }).click();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(first);
	expect(await ask(page, first)).toBe("VALID");

	await page.getByRole("button", { name: "Rotate secret" }).click();
	const rotation = page.getByRole("alertdialog", { name: "Rotate the shared secret?" });
	await expectAccessible(page);
	await rotation.getByRole("radio", { name: /7 days/ }).click();
	await rotation.getByRole("button", { name: "Rotate secret" }).click();
	await expect(rotation).toBeHidden();
	await expect(page.getByText("Ends in 7 days")).toBeVisible();
	const second = await show(page, old + 1);
	expect(second).not.toBe(first);
	await expect(box(page, old)).toHaveValue(first);
	expect([await ask(page, first), await ask(page, second)]).toEqual(["VALID", "VALID"]);

	await page.getByRole("button", { name: "End overlap now" }).click();
	const end = page.getByRole("alertdialog", { name: `End version ${old} now?` });
	await expectAccessible(page);
	await end.getByRole("button", { name: `End version ${old}` }).click();
	await expect(page.getByText(/ended version/)).toBeVisible();
	await expect(page.getByRole("heading", { level: 1, name: "API shared secret" })).toBeFocused();
	expect([await ask(page, first), await ask(page, second)]).toEqual(["signature_refused", "VALID"]);

	await page.reload();
	await expect(box(page, old + 1)).toHaveValue(/^whsec_•+$/);
	await expectAccessible(page);
	const holds = (texts: string) => [first, second].map((text) => texts.includes(text));
	expect(holds(heard.actions)).toEqual([true, true]);
	expect(holds(heard.pages)).toEqual([false, false]);
	expect(heard.pages.includes("API shared secret")).toBe(true);
	for (const policy of heard.caching) expect(policy).toContain("no-store");
});

test("the text goes after a minute, and with the page", async ({ page, signIn }) => {
	await page.clock.install();
	await signIn("OWNER");
	await page.goto(ADDRESS);
	const version = await currentVersion(page);
	await page.getByRole("button", { name: `Show version ${version}` }).click();
	await proveIt(page);
	await expect(box(page, version)).toHaveValue(/^whsec_[^•]+$/);

	await page.clock.fastForward(61_000);

	await expect(box(page, version)).toHaveValue(/^whsec_•+$/);
	await show(page, version);
	await page.getByRole("link", { name: "API keys" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
	await page.goBack();
	await expect(box(page, version)).toHaveValue(/^whsec_•+$/);
});

test("an admin reads what requiring signatures means, and how to sign", async ({ page, signIn }) => {
	await signIn("ADMIN");
	await page.goto(ADDRESS);

	await page.getByRole("button", { name: "Require signatures" }).click();
	const dialog = page.getByRole("alertdialog");
	await expectAccessible(page);
	// Other journeys call this agency's API without signatures: it stays as it is.
	await dialog.getByRole("button", { name: "Cancel" }).click();
	await expect(dialog).toBeHidden();
	await expect(page.getByText("Optional")).toBeVisible();

	await page.getByRole("tab", { name: "Node" }).click();
	await expect(page.getByText("createHmac")).toBeVisible();
	await expectAccessible(page);
});

test("on a phone nothing lies beyond the edge", async ({ page, signIn }) => {
	await page.setViewportSize({ width: 320, height: 700 });
	await signIn("OWNER");
	await page.goto(ADDRESS);
	await expect(page.getByRole("button", { name: "Rotate secret" })).toBeVisible();

	const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);

	expect(scrollWidth).toBe(clientWidth);
});

test.describe("for whoever may not use it", () => {
	test.use({ expectedConsole: [/404 \(Not Found\)/] });

	test("the page does not exist", async ({ page, signIn }) => {
		await signIn("MEMBER");
		await expect(page.getByRole("link", { name: "API shared secret" })).toHaveCount(0);

		const response = await page.goto(ADDRESS);

		expect(response?.status()).toBe(404);
	});
});
