import type { Page } from "@playwright/test";
import { LANGUAGE_COOKIE } from "#components/texts/languages-offered.ts";
import { de } from "#lib/core/texts/de/all.ts";
import { en } from "#lib/core/texts/en/all.ts";
import { demo, expect, expectAccessible, test } from "../fixtures.ts";

const AGENCY = `/agencies/${demo.agency.slug}`;
const HARBOUR = `${AGENCY}/locations/harbour`;

/** In every longer English sentence there is one of them, and none is German. */
const ENGLISH = [
	"and",
	"are",
	"has",
	"have",
	"is",
	"nobody",
	"of",
	"that",
	"the",
	"this",
	"to",
	"with",
	"your",
];

/** What the page says in English, but for names, codes and moments. */
const englishOn = (page: Page) =>
	page.evaluate((words) => {
		const english = new RegExp(`(^|[^\\p{L}_.-])(${words.join("|")})(?![\\p{L}_.-])`, "iu");
		const outside = "[lang=en], bdi, code, pre, time, script, style, noscript, textarea, tbody .sr-only";
		const texts: string[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode())
			if (!node.parentElement?.closest(outside)) texts.push(node.textContent ?? "");
		return texts.filter((text) => english.test(text));
	}, ENGLISH);

async function expectGerman(page: Page, path: string, heading: string | RegExp) {
	await page.goto(path);
	await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
	await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
	await expect(page.locator("html")).toHaveAttribute("lang", "de");
	expect(await englishOn(page), path).toEqual([]);
}

/** Reads in German from now on, in this browser alone. */
const readGerman = (page: Page) =>
	page.context().addCookies([{ name: LANGUAGE_COOKIE, value: "de", url: page.url() }]);

/** Chooses a language on the account page, which speaks another until then. */
async function choose(page: Page, { language }: typeof de.shell | typeof en.shell, other: string) {
	await page.goto("/account");
	await page.getByRole("combobox", { name: language.label }).selectOption(other);
	await page.getByRole("button", { name: language.save }).click();
}

test("whoever chooses German reads German on every screen of the agency", async ({ page, signIn }) => {
	await signIn("OWNER");
	await page.getByRole("row").getByRole("link").first().click();
	await expect(page).toHaveURL(/keys\/[0-9a-f-]{36}/);
	const key = new URL(page.url()).pathname;

	await choose(page, en.shell, "Deutsch");
	await expect(page.getByRole("heading", { level: 1, name: de.account.title })).toBeVisible();

	await expectGerman(page, AGENCY, de.shell.sections.overview);
	await expectGerman(page, `${AGENCY}/keys`, de.shell.sections.keys);
	await expectGerman(page, key, /./);
	await expectGerman(page, `${AGENCY}/keys/health`, de.health.title);
	await expectGerman(page, `${AGENCY}/people`, de.shell.sections.people);
	await expectGerman(page, `${AGENCY}/audit`, de.audit.title);
	await expectAccessible(page);

	await choose(page, de.shell, "English");
	await expect(page.getByRole("heading", { level: 1, name: en.account.title })).toBeVisible();
});

test("a location's screens are German too, and so is what a form was refused for", async ({
	page,
	signIn,
}) => {
	await signIn("OWNER");
	await readGerman(page);

	await expectGerman(page, `${HARBOUR}/workflows`, de.shell.sections.workflows);
	await expectGerman(page, `${HARBOUR}/contacts`, de.contacts.title);
	const dialog = page.getByRole("dialog");
	await expect(async () => {
		if (await dialog.isHidden()) await page.getByRole("button", { name: de.contacts.add }).click();
		await expect(dialog).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await dialog.getByRole("textbox", { name: de.contactFields.email }).fill("nobody");
	await dialog.getByRole("button", { name: de.contacts.add }).click();

	await expect(
		dialog.getByText("Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.").first(),
	).toBeVisible();
	expect(await englishOn(page)).toEqual([]);
	await expectAccessible(page);
});

test("whoever follows another site's link to a file is told in German where to take it from", async ({
	page,
	signIn,
}) => {
	await signIn("OWNER");
	await readGerman(page);

	const answer = await page.request.get(`${AGENCY}/audit/export`, {
		headers: { "sec-fetch-site": "cross-site" },
	});

	expect(answer.status()).toBe(403);
	expect(await answer.text()).toBe("Öffnen Sie das Audit-Protokoll und exportieren Sie es von dort aus.");
});
