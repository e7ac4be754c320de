import type { Page } from "@playwright/test";
import { demo, expect, keysOf, test } from "../fixtures.ts";

/** What a page may bring in scripts, as they are sent: most of it is React and Next. */
const BYTES_MAX = 190 * 1_024;

const AGENCY = `/agencies/${demo.agency.slug}`;
const LOCATION = `${AGENCY}/locations/harbour`;

const SCRIPT = /<script(?![^>]*noModule)[^>]* src="([^"]+)"/gi;

/** The bytes of the scripts that a page names: what comes when the browser is idle, or when it is wanted, is none of them. */
async function weightOf(path: string, { request }: Page) {
	const html = await (await request.get(path)).text();
	const scripts = new Set([...html.matchAll(SCRIPT)].map(([, address = ""]) => address));
	const bytes = await Promise.all(
		[...scripts].map(async (address) => {
			const answer = await request.get(address, { headers: { "Accept-Encoding": "br" } });
			return Number(answer.headers()["content-length"] ?? (await answer.body()).length);
		}),
	);
	return bytes.reduce((sum, one) => sum + one, 0);
}

/** Where the first row of a list leads. */
async function firstOf(list: string, page: Page) {
	await page.goto(list);
	return (await page.getByRole("rowheader").getByRole("link").first().getAttribute("href")) ?? "";
}

test("no page loads more scripts than a slow network bears", async ({ page, signIn }) => {
	await signIn("OWNER");
	const { agency } = keysOf;
	const key = await firstOf(agency, page);
	const workflow = await firstOf(`${LOCATION}/workflows`, page);
	const form = await firstOf(`${LOCATION}/forms`, page);
	const ofAgency = [AGENCY, agency, key, `${agency}/health`, `${AGENCY}/people`, `${AGENCY}/audit`];
	const editors = [`${LOCATION}/workflows/new`, workflow, `${LOCATION}/forms/new`, `${form}/edit`];

	for (const path of [...ofAgency, ...editors]) {
		const bytes = await weightOf(path, page);

		expect(bytes, path).toBeGreaterThan(BYTES_MAX / 2);
		expect(bytes, path).toBeLessThanOrEqual(BYTES_MAX);
	}
});

/** Lets no script come until it is told to. */
async function holdScripts(page: Page) {
	const gate = Promise.withResolvers<void>();
	await page.route(/\/_next\/static\/chunks\/.*\.js/, async (route) => {
		await gate.promise;
		await route.continue();
	});
	return gate.resolve;
}

test("one press opens what has still to be loaded, by pointer and by key, and the focus goes back to it", async ({
	page,
	signIn,
}) => {
	await signIn("OWNER");
	await page.goto(AGENCY);
	await page.waitForLoadState("networkidle");
	const person = page.getByRole("button", { name: /^Account of/ });
	const view = page.getByRole("combobox", { name: /^Switch view/ });

	const letMenuCome = await holdScripts(page);
	await person.click();
	await expect(page.getByRole("menu")).toBeHidden();
	letMenuCome();
	await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(page.getByRole("menu")).toBeHidden();
	await expect(person).toBeFocused();

	const letViewsCome = await holdScripts(page);
	await view.focus();
	await page.keyboard.press("ArrowDown");
	letViewsCome();
	await expect(page.getByRole("listbox")).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(page.getByRole("listbox")).toBeHidden();
	await expect(view).toBeFocused();
});

test("a row ticked before the page listens is selected, and shortcuts are heard from its box", async ({
	page,
	signIn,
}) => {
	await signIn("OWNER");
	const letPageListen = await holdScripts(page);
	await page.goto(`${AGENCY}/keys?q=full+access`, { waitUntil: "commit" });
	const box = page.getByRole("checkbox", { name: "Select Demo, full access" });
	await box.click();
	await expect(box).toBeChecked();

	letPageListen();
	await expect(page.getByText("1 key selected")).toBeVisible();
	await expect(box).toBeChecked();
	await box.focus();
	await page.keyboard.press("?");
	await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
});

test("a select of a form keeps its name, its hint and the focus while what it opens is loaded", async ({
	page,
	signIn,
}) => {
	await signIn("MANAGER");
	await page.goto(`${LOCATION}/workflows/new`);
	await page.waitForLoadState("networkidle");
	const start = page.getByRole("combobox", { name: "Starts when" });
	const list = page.getByRole("listbox");
	await expect(start).toHaveAccessibleDescription(/^An API call can/);

	const letSelectCome = await holdScripts(page);
	await start.focus();
	await page.keyboard.press("ArrowDown");
	await expect(list).toBeHidden();
	letSelectCome();
	await expect(list).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(list).toBeHidden();
	await expect(start).toBeFocused();
	await expect(start).toHaveAccessibleDescription(/^An API call can/);
	await expect(page.getByRole("combobox")).toHaveCount(2);
});
