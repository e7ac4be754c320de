import type { Browser, Page } from "@playwright/test";
import { de } from "#lib/core/texts/de/all.ts";
import { demo, expect, expectAccessible, goToKeys, newTitle, openMenu, rowOf, test } from "../fixtures.ts";

const people = {
	agency: `/agencies/${demo.agency.slug}/people`,
	location: (slug: string) => `/agencies/${demo.agency.slug}/locations/${slug}/people`,
};
const PASSWORD = "seven quiet otters under a bridge";
const newEmail = (name: string) => `${name}-${Math.random().toString(36).slice(2, 8)}@people.example`;

const inviteDialog = (page: Page) => page.getByRole("dialog", { name: /Invite people|Hand this link on/ });

/** Opens the dialog. A page is seen a moment before it listens, so the button is pressed until it does. */
async function openInvite(page: Page) {
	const dialog = inviteDialog(page);
	await expect(async () => {
		if (await dialog.isHidden()) await page.getByRole("button", { name: "Invite people" }).click();
		await expect(dialog).toBeVisible({ timeout: 1_000 });
	}).toPass({ timeout: 20_000 });
	return dialog;
}

/** Fills the dialog in, and takes the link that it shows at its end. */
async function invite(page: Page, email: string, role: string, choose?: () => Promise<void>) {
	const dialog = await openInvite(page);
	await dialog.getByLabel("E-mail").fill(email);
	await choose?.();
	await dialog.getByRole("radio", { name: new RegExp(`^${role}`) }).click();
	await dialog.getByRole("button", { name: "Invite", exact: true }).click();
	const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
	return { dialog, link };
}

/** Opens a link as somebody else, in a browser of their own. */
async function elsewhere(browser: Browser, link: string, locale = "en") {
	const viewport = { width: 1440, height: 900 };
	const page = await (await browser.newContext({ viewport, locale })).newPage();
	await page.goto(link);
	return page;
}

async function join(page: Page, name: string) {
	await page.getByLabel("Your name").fill(name);
	await page.getByLabel("Choose a password").fill(PASSWORD);
	await page.getByRole("button", { name: "Create account and join" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
}

/** Presses the button of the question on the screen, and waits until it is gone: behind it no row can be seen. */
async function confirm(page: Page, button: string) {
	const question = page.getByRole("alertdialog");
	await question.getByRole("button", { name: button }).click();
	await expect(question).toHaveCount(0);
}

/** Proves who it is, where that is asked. */
async function proveIdentity(page: Page, password: string) {
	const question = page.getByRole("alertdialog", { name: "Confirm that it is you" });
	await question.getByLabel("Your password").fill(password);
	await question.getByRole("button", { name: "Confirm" }).click();
}

test("somebody new is invited, joins by the link, and is signed out when they are removed", async ({
	page,
	signIn,
	browser,
}) => {
	const email = newEmail("newcomer");
	const name = newTitle("Nora Newcomer");
	await signIn("ADMIN");
	await page.goto(people.agency);
	await expect(rowOf(page, "owner@demo.example")).toContainText("Owner");
	await expectAccessible(page);

	const { dialog, link } = await invite(page, email, "Member");
	await dialog.getByRole("button", { name: "Done" }).click();
	await expect(dialog).toBeHidden();
	await expect(rowOf(page, email)).toContainText("Member");
	expect(await page.content()).not.toContain(new URL(link).searchParams.get("token"));

	const theirs = await elsewhere(browser, link);
	await expect(theirs.getByRole("heading", { level: 1, name: "Join Demo Agency" })).toBeVisible();
	await expectAccessible(theirs);
	await join(theirs, name);
	await expect(theirs).toHaveURL(new RegExp(`/agencies/${demo.agency.slug}$`));
	await goToKeys(theirs);
	await expect(theirs.getByText("View only")).toBeVisible();
	await theirs.goto(link);
	await expect(theirs.getByRole("heading", { name: "This invitation cannot be used" })).toBeVisible();
	await theirs.goto(people.agency);
	await expect(theirs.getByRole("button", { name: "Invite people" })).toHaveCount(0);

	await page.reload();
	await openMenu(page, name, "Remove…");
	const confirmation = page.getByRole("alertdialog", { name: `Remove ${name} from Demo Agency?` });
	await expect(confirmation).toContainText("signed out everywhere");
	await expectAccessible(page);
	await confirm(page, "Remove");
	await expect(rowOf(page, email)).toHaveCount(0);

	await theirs.getByRole("link", { name: "API keys" }).first().click();
	await expect(theirs).toHaveURL(/\/sign-in/);
	await theirs.context().close();
});

test("whoever joins in German gets German mails, whatever browser they use, until they choose", async ({
	page,
	signIn,
	browser,
	baseURL,
}) => {
	const email = newEmail("leserin");
	await signIn("ADMIN");
	await page.goto(people.agency);
	const { link } = await invite(page, email, "Member");

	const german = await elsewhere(browser, link, "de-DE");
	await german.getByLabel(de.auth.yourName).fill(newTitle("Lena Leserin"));
	await german.getByLabel(de.auth.invitation.choosePassword).fill(PASSWORD);
	await german.getByRole("button", { name: de.auth.invitation.create }).click();
	await expect(german.getByRole("heading", { level: 1, name: de.shell.sections.overview })).toBeVisible();
	await german.goto("/account");
	await expect(german.getByRole("heading", { level: 2, name: de.account.language.title })).toBeVisible();
	await expect(german.getByText("E-Mails an Sie kommen")).toHaveCount(0);
	await german.context().close();

	const english = await elsewhere(browser, `${baseURL}/sign-in?callbackUrl=/account`);
	await english.getByLabel("E-mail").fill(email);
	await english.getByLabel("Password", { exact: true }).fill(PASSWORD);
	await english.getByRole("button", { name: "Sign in" }).click();
	const told = english.getByText("Mails to you come in German now.");
	await expect(told).toBeVisible();
	await expectAccessible(english);
	await english.getByRole("button", { name: "Save language" }).click();
	await expect(told).toHaveCount(0);
	await expect(english.getByRole("heading", { level: 2, name: "Language" })).toBeVisible();
	await english.context().close();
});

test("a manager invites a viewer to their own location alone", async ({ page, signIn, browser }) => {
	const email = newEmail("helper");
	const name = newTitle("Hal Helper");
	await signIn("MANAGER");
	await page.goto(people.location("harbour"));
	await expect(rowOf(page, "owner@demo.example")).toContainText("Agency owner");
	await expect(page.getByRole("button", { name: "Actions for Demo owner" })).toHaveCount(0);
	await expectAccessible(page);

	const opened = await openInvite(page);
	await expect(opened.getByRole("radio")).toHaveCount(2);
	const { dialog, link } = await invite(page, email, "Viewer");
	await dialog.getByRole("button", { name: "Done" }).click();

	const theirs = await elsewhere(browser, link);
	await expect(theirs.getByRole("heading", { level: 1, name: "Join Harbour" })).toBeVisible();
	await join(theirs, name);
	await expect(theirs).toHaveURL(/\/locations\/harbour$/);
	for (const address of [people.agency, people.location("harbour"), people.location("hillside")]) {
		expect((await theirs.request.get(address)).status(), address).toBe(404);
	}

	await page.reload();
	await openMenu(page, name, "Change role…");
	const roles = page.getByRole("alertdialog", { name: `Change the role of ${name}` });
	await expectAccessible(page);
	await roles.getByRole("radio", { name: /^Manager/ }).click();
	await roles.getByRole("button", { name: "Change role" }).click();
	await expect(roles).toBeHidden();
	await expect(rowOf(page, email)).toContainText("Manager");
	await theirs.reload();
	await expect(theirs).toHaveURL(/\/sign-in/);
	await theirs.context().close();
});

test("a link is replaced and withdrawn, and dead ones say what to do", async ({ page, signIn, browser }) => {
	const email = newEmail("waiting");
	await signIn("OWNER");
	await page.goto(people.agency);
	const { dialog, link: first } = await invite(page, email, "Manager", async () => {
		const inside = inviteDialog(page);
		await inside.getByRole("radio", { name: /^One location/ }).click();
		await inside.getByRole("combobox", { name: /Location/ }).click();
		await page.getByRole("option", { name: "Riverside" }).click();
		await expectAccessible(page);
	});
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Done" }).click();
	await expect(rowOf(page, email)).toContainText("Riverside");

	await openMenu(page, `the invitation of ${email}`, "New link to copy…");
	const maker = page.getByRole("dialog", { name: /Make a new link|Hand this link on/ });
	await maker.getByRole("button", { name: "Make link" }).click();
	const second = await maker.getByRole("textbox", { name: "Link" }).inputValue();
	await maker.getByRole("button", { name: "Done" }).click();

	const theirs = await elsewhere(browser, first);
	await expect(theirs.getByRole("heading", { name: "This invitation cannot be used" })).toBeVisible();
	await expectAccessible(theirs);
	await theirs.goto(second);
	await expect(theirs.getByRole("heading", { name: "Join Riverside" })).toBeVisible();

	await openMenu(page, `the invitation of ${email}`, "Withdraw…");
	await confirm(page, "Withdraw");
	await expect(rowOf(page, email)).toHaveCount(0);
	await theirs.reload();
	await expect(theirs.getByRole("heading", { name: "This invitation cannot be used" })).toBeVisible();
	await theirs.context().close();
});

test("somebody with an account signs in to accept; another person is told whose it is", async ({
	page,
	signIn,
	browser,
}) => {
	const viewer = demo.users.find(({ role }) => role === "VIEWER");
	await signIn("ADMIN");
	await page.goto(people.location("hillside"));
	const { dialog, link } = await invite(page, viewer?.email ?? "", "Viewer");
	await dialog.getByRole("button", { name: "Done" }).click();
	await page.goto(link);
	await expect(page.getByText("this invitation is for")).toBeVisible();
	await expectAccessible(page);

	const theirs = await elsewhere(browser, link);
	await theirs.getByRole("link", { name: /Sign in as viewer@demo\.example/ }).click();
	await theirs.getByLabel("E-mail").fill(viewer?.email ?? "");
	await theirs.getByLabel("Password", { exact: true }).fill(viewer?.password ?? "");
	await theirs.getByRole("button", { name: "Sign in" }).click();
	await theirs.getByRole("button", { name: "Accept" }).click();
	await expect(theirs).toHaveURL(/\/locations\/hillside$/);

	await theirs.goto(people.agency);
	await page.goto(people.location("hillside"));
	await openMenu(page, "Demo viewer", "Remove…");
	await confirm(page, "Remove");
	await expect(rowOf(page, viewer?.email ?? "")).toHaveCount(0);
	await theirs.context().close();
});

test("an owner proves who they are before making another, and hands a reset link on", async ({
	page,
	signIn,
	browser,
}) => {
	const email = newEmail("successor");
	const name = newTitle("Sam Successor");
	const owner = demo.users.find(({ role }) => role === "OWNER");
	await signIn("OWNER");
	await page.goto(people.agency);
	const { dialog, link } = await invite(page, email, "Admin");
	await dialog.getByRole("button", { name: "Done" }).click();
	const theirs = await elsewhere(browser, link);
	await join(theirs, name);

	await page.reload();
	await openMenu(page, name, "Link for a new password…");
	const maker = page.getByRole("dialog", { name: /Make a link for a new password|Hand this link on/ });
	await expectAccessible(page);
	await maker.getByRole("button", { name: "Make link" }).click();
	await proveIdentity(page, owner?.password ?? "");
	expect(await maker.getByRole("textbox", { name: "Link" }).inputValue()).toContain("/reset-password?token=");
	await maker.getByRole("button", { name: "Done" }).click();

	await openMenu(page, name, "Change role…");
	const roles = page.getByRole("alertdialog", { name: /Change the role/ });
	await roles.getByRole("radio", { name: /^Owner/ }).click();
	await roles.getByRole("button", { name: "Change role" }).click();
	await expect(rowOf(page, email)).toContainText("Owner");

	const signInAgain = async () => {
		await theirs.getByLabel("E-mail").fill(email);
		await theirs.getByLabel("Password", { exact: true }).fill(PASSWORD);
		await theirs.getByRole("button", { name: "Sign in" }).click();
		await expect(theirs.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
		await theirs.goto(people.agency);
	};
	await theirs.goto("/sign-in");
	await signInAgain();
	await openMenu(theirs, name, "Change role…");
	const ownRole = theirs.getByRole("alertdialog", { name: "Change your own role" });
	await ownRole.getByRole("radio", { name: /^Member/ }).click();
	await ownRole.getByRole("button", { name: "Change role" }).click();
	await proveIdentity(theirs, PASSWORD);
	await expect(theirs.getByText("Your role has changed. Sign in again to go on.")).toBeVisible();

	await signInAgain();
	await openMenu(theirs, name, "Leave…");
	const leaving = theirs.getByRole("alertdialog", { name: "Leave Demo Agency?" });
	await leaving.getByRole("button", { name: "Leave" }).click();
	await expect(theirs.getByRole("heading", { name: "You have no role here at the moment" })).toBeVisible();
	await theirs.context().close();
});

for (const width of [320, 390]) {
	test.describe(`${width} pixels wide`, () => {
		test.use({ viewport: { width, height: 780 } });

		test("people and invitations fit without sideways scroll", async ({ page, signIn }) => {
			const email = newEmail("on-a-phone");
			await signIn("OWNER");
			await page.goto(people.agency);
			const { dialog } = await invite(page, email, "Member");
			await dialog.getByRole("button", { name: "Done" }).click();

			await expect(rowOf(page, email)).toBeVisible();
			await expect(rowOf(page, "owner@demo.example")).toBeVisible();
			const { scrollWidth, clientWidth } = await page.evaluate(() => {
				const { scrollWidth, clientWidth } = document.documentElement;
				return { scrollWidth, clientWidth };
			});
			expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
			await expectAccessible(page);
		});
	});
}
