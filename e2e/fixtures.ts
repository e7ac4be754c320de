import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import type { PersonRole } from "#lib/core/permissions.ts";
import type { DemoFacts } from "#lib/demo/seed.ts";

/** The demo that the server under test was filled with. */
export const demo = JSON.parse(readFileSync(process.env.DEMO_FILE ?? ".data/demo.json", "utf8")) as DemoFacts;

export const keysOf = {
	agency: `/agencies/${demo.agency.slug}/keys`,
	location: (slug: string) => `/agencies/${demo.agency.slug}/locations/${slug}/keys`,
};

/** A title that no other test uses. */
export const newTitle = (words: string) => `${words} ${Math.random().toString(36).slice(2, 8)}`;

type Verified = { status: number; body: { valid?: boolean; code: string; keyId?: string } };

type Fixtures = {
	/** Signs in through the form, as people do, and goes on to the keys. */
	signIn: (role: PersonRole) => Promise<void>;
	/** Asks the API about a key, as an outside system would: itself, and a gateway that was sent it. */
	askAbout: (key: string) => Promise<{ self: Verified; gateway: Verified }>;
	/** Messages of the browser's console that a test expects; anything else fails it. */
	expectedConsole: RegExp[];
};

export const test = base.extend<Fixtures>({
	expectedConsole: [[], { option: true }],

	page: async ({ page, expectedConsole }, use) => {
		const unexpected: string[] = [];
		const note = (text: string) => {
			if (!expectedConsole.some((pattern) => pattern.test(text))) unexpected.push(text);
		};
		page.on("console", (message) => {
			if (message.type() === "error" || message.type() === "warning") note(message.text());
		});
		page.on("pageerror", (error) => note(String(error)));

		await use(page);

		expect(unexpected, "the browser's console stays quiet").toEqual([]);
	},

	signIn: async ({ page }, use) => {
		await use(async (role) => {
			const user = demo.users.find((one) => one.role === role);
			if (!user) throw new Error(`the demo has no ${role}`);
			await page.goto("/sign-in");
			await page.getByLabel("E-mail").fill(user.email);
			await page.getByLabel("Password", { exact: true }).fill(user.password);
			await page.getByRole("button", { name: "Sign in" }).click();
			await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
			await goToKeys(page);
		});
	},

	askAbout: async ({ playwright, baseURL }, use) => {
		const api = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
		const gatewayKey = demo.keys.find(({ level, role }) => level === "AGENCY" && role === "ADMIN")?.key;
		const read = async (response: Awaited<ReturnType<typeof api.get>>): Promise<Verified> => ({
			status: response.status(),
			body: (await response.json()) as Verified["body"],
		});
		await use(async (key) => ({
			self: await read(await api.get("/api/v2/keys/me", { headers: { Authorization: `Bearer ${key}` } })),
			gateway: await read(
				await api.post("/api/v2/keys/verify", {
					headers: { Authorization: `Bearer ${gatewayKey}` },
					data: { key },
				}),
			),
		}));
		await api.dispose();
	},
});

/** From wherever one is in a view, to its list of keys. */
export async function goToKeys(page: Page) {
	// Left while it still comes, a page reports parts that never came (React error 419).
	await page.waitForLoadState();
	await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "API keys" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
}

/** Fails on any accessibility finding in what is on the screen now, in light and in dark. */
export async function expectAccessible(page: Page) {
	// What is about to be replaced is greyed out for a moment.
	await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
		await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
		await settle(page);
		const { violations } = await new AxeBuilder({ page }).analyze();
		const findings = violations.map(
			({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`,
		);
		expect(findings, `accessibility, ${colorScheme}`).toEqual([]);
	}
	await page.emulateMedia({ colorScheme: "light" });
}

/** Waits until nothing fades or moves any more, so that the colours are those of the theme. */
const settle = (page: Page) =>
	expect
		.poll(() =>
			page.evaluate(
				() =>
					document
						.getAnimations()
						.filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
						.filter(({ playState }) => playState === "running").length,
			),
		)
		.toBe(0);

/** The dialog that makes, shows or edits a key. Messages in the corner are dialogs too, of other names. */
export const keyDialog = (page: Page) => page.getByRole("dialog", { name: /API key/ });

/** The row of a key in the table. */
export const rowOf = (page: Page, title: string) => page.getByRole("row").filter({ hasText: title });

export async function openMenu(page: Page, title: string, item: string) {
	await page.getByRole("button", { name: `Actions for ${title}` }).click();
	await page.getByRole("menuitem", { name: item }).click();
}

/** Opens the dialog for a new key. A page is seen a moment before it listens, so the button is pressed until it does. */
export async function openCreateDialog(page: Page) {
	const dialog = keyDialog(page);
	await expect(async () => {
		if (await dialog.isHidden()) await page.getByRole("button", { name: "Create API key" }).first().click();
		await expect(dialog).toBeVisible({ timeout: 1_000 });
	}).toPass({ timeout: 20_000 });
	return dialog;
}

/** Makes a location, for which one has to be signed in to the agency. Returns its slug. */
export async function createLocation(page: Page, name: string) {
	await page.goto(`/agencies/${demo.agency.slug}/locations`);
	const dialog = page.getByRole("dialog", { name: "Create location" });
	await expect(async () => {
		if (await dialog.isHidden()) await page.getByRole("button", { name: "Create location" }).first().click();
		await expect(dialog).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await dialog.getByLabel("Name").fill(name);
	await dialog.getByRole("button", { name: "Create location" }).click();
	await expect(dialog).toBeHidden();
	return name.toLowerCase().replaceAll(" ", "-");
}

/** Makes a key in the dialog, takes its text from the reveal step, and closes that. */
export async function createKey(page: Page, title: string, fill?: () => Promise<void>) {
	const dialog = await openCreateDialog(page);
	await dialog.getByLabel("Title").fill(title);
	await dialog.getByRole("button", { name: "Read everything" }).click();
	await fill?.();
	await dialog.getByRole("button", { name: "Create API key" }).click();
	const key = await dialog.getByRole("textbox", { name: /API key/ }).inputValue();
	await dialog.getByRole("button", { name: "I have stored the key" }).click();
	await expect(dialog).toBeHidden();
	return key;
}

export { expect } from "@playwright/test";
