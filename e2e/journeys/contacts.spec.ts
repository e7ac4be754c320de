import type { Page } from "@playwright/test";
import { demo, expect, expectAccessible, newTitle, rowOf, test } from "../fixtures.ts";

const CONTACTS = `/agencies/${demo.agency.slug}/locations/harbour/contacts`;
const FIELDS = `${CONTACTS}/custom-fields`;

const newEmail = () => `${newTitle("ada").replace(" ", "-")}@contacts.example`;

const dialogOf = (page: Page, name: string) => page.getByRole("dialog", { name });

/** Presses until the page listens. */
async function openDialog(page: Page, name: string) {
	const dialog = dialogOf(page, name);
	await expect(async () => {
		if (await dialog.isHidden()) await page.getByRole("button", { name }).first().click();
		await expect(dialog).toBeVisible({ timeout: 1_000 });
	}).toPass({ timeout: 20_000 });
	return dialog;
}

const pick = async (page: Page, thing: string, item: string) => {
	const found = page.getByRole("menuitem", { name: item });
	await expect(async () => {
		await page.getByRole("button", { name: `Actions for ${thing}` }).click();
		await expect(found).toBeVisible({ timeout: 1_000 });
	}).toPass({ timeout: 20_000 });
	await found.click();
};

async function addContact(page: Page, lastName: string, email: string) {
	await page.goto(CONTACTS);
	const dialog = await openDialog(page, "Add contact");
	await dialog.getByLabel("First name").fill("Ada");
	await dialog.getByLabel("Last name").fill(lastName);
	await dialog.getByLabel("E-mail").fill(email);
	await dialog.getByRole("textbox", { name: "Tags" }).fill("VIP");
	await dialog.getByRole("textbox", { name: "Tags" }).press("Enter");
	await dialog.getByRole("button", { name: "Add contact" }).click();
	await expect(dialog).toBeHidden();
	await expect(rowOf(page, email)).toBeVisible();
}

async function deleteContact(page: Page, name: string) {
	await pick(page, name, "Delete");
	const question = page.getByRole("alertdialog", { name: "Delete this contact?" });
	await expect(question).toContainText(name);
	await expectAccessible(page);
	await question.getByRole("button", { name: "Delete contact" }).click();
	await expect(page.getByText("The contact was deleted.")).toBeVisible();
	await expect(question).toBeHidden();
}

test("a manager adds a contact, mends what was not accepted, finds it by name and tag, changes and deletes it", async ({
	page,
	signIn,
}) => {
	await signIn("MANAGER");
	await page.getByRole("link", { name: "Contacts" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Contacts" })).toBeVisible();
	await expectAccessible(page);

	const [lastName, email] = [newTitle("King"), newEmail()];
	const dialog = await openDialog(page, "Add contact");
	await dialog.getByRole("button", { name: "Add contact" }).click();
	await expect(dialog.getByLabel("First name")).toHaveAccessibleDescription(/Enter a name/);
	await dialog.getByLabel("First name").fill("Ada");
	await dialog.getByLabel("Phone", { exact: true }).fill("030 1234");
	await dialog.getByRole("button", { name: "Add contact" }).click();
	await expect(dialog.getByLabel("Phone", { exact: true })).toBeFocused();
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Cancel" }).click();
	await addContact(page, lastName, email);

	await page.getByRole("textbox", { name: "Search name, e-mail, phone" }).fill(`ada ${lastName}`);
	await expect(page.getByRole("row")).toHaveCount(2);
	await page.getByRole("combobox", { name: /^Tag/ }).click();
	await page.getByRole("option", { name: /^newsletter/ }).click();
	await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
	await page.getByRole("button", { name: "Clear the search" }).last().click();
	await expect(rowOf(page, email)).toContainText("vip");

	await pick(page, `Ada ${lastName}`, "Edit");
	const edit = dialogOf(page, "Edit contact");
	await edit.getByLabel("Company").fill("Analytical Engines");
	await edit.getByRole("button", { name: "Remove the tag vip" }).click();
	await edit.getByRole("button", { name: "Save changes" }).click();
	await expect(rowOf(page, email)).toContainText("Analytical Engines");
	await expect(rowOf(page, email)).not.toContainText("vip");
	await deleteContact(page, `Ada ${lastName}`);
	await expect(rowOf(page, email)).toHaveCount(0);
});

test("an address that another contact has is refused at its field", async ({ page, signIn }) => {
	await signIn("MANAGER");
	const [lastName, email] = [newTitle("King"), newEmail()];
	await addContact(page, lastName, email);

	const dialog = await openDialog(page, "Add contact");
	await dialog.getByLabel("E-mail").fill(email.toUpperCase());
	await dialog.getByRole("button", { name: "Add contact" }).click();

	await expect(dialog.getByLabel("E-mail")).toHaveAccessibleDescription(/Another contact/);
	await dialog.getByRole("button", { name: "Cancel" }).click();
	await deleteContact(page, `Ada ${lastName}`);
});

test("a custom field is made, filled in, read on the contact's page, called otherwise and deleted", async ({
	page,
	signIn,
}) => {
	await signIn("OWNER");
	const [name, lastName, email] = [newTitle("Boat"), newTitle("King"), newEmail()];
	await page.goto(FIELDS);
	await expect(rowOf(page, "Interest")).toContainText("Sailing, Rowing, Diving");
	await expectAccessible(page);
	const dialog = await openDialog(page, "Add custom field");
	await dialog.getByLabel("Name").fill(name);
	await dialog.getByRole("combobox", { name: "Holds" }).click();
	await page.getByRole("option", { name: "Any of several options" }).click();
	await dialog.getByLabel("Options").fill("Dinghy\nYacht");
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Add custom field" }).click();
	await expect(rowOf(page, name)).toContainText("Dinghy, Yacht");

	await addContact(page, lastName, email);
	await rowOf(page, email).getByRole("link").click();
	await expect(page.getByRole("heading", { level: 1, name: `Ada ${lastName}` })).toBeVisible();
	await expect(page.getByText("The contact has been in no workflow.")).toBeVisible();
	await expectAccessible(page);
	const edit = await openDialog(page, "Edit").then(() => dialogOf(page, "Edit contact"));
	await edit.getByRole("group", { name }).getByRole("checkbox", { name: "Yacht" }).click();
	await edit.getByRole("button", { name: "Save changes" }).click();
	await expect(edit).toBeHidden();
	await expect(page.getByText("Yacht")).toBeVisible();
	await deleteContact(page, `Ada ${lastName}`);
	await expect(page.getByRole("heading", { level: 1, name: "Contacts" })).toBeVisible();

	await page.goto(FIELDS);
	await pick(page, name, "Edit");
	const change = dialogOf(page, "Edit custom field");
	await change.getByLabel("Name").fill(`${name} kind`);
	await change.getByRole("button", { name: "Save changes" }).click();
	await expect(rowOf(page, `${name} kind`)).toBeVisible();
	await pick(page, `${name} kind`, "Delete");
	const question = page.getByRole("alertdialog", { name: "Delete this custom field?" });
	await expect(question).toContainText("No contact has anything in it.");
	await expectAccessible(page);
	await question.getByRole("button", { name: "Delete custom field" }).click();
	await expect(page.getByText(`“${name} kind” was deleted.`)).toBeVisible();
	await expect(question).toBeHidden();
	await expect(rowOf(page, name)).toHaveCount(0);
});

test("by keyboard alone options get a name, a place and an end, and who loses one is told first", async ({
	page,
	signIn,
}) => {
	await signIn("OWNER");
	const [name, lastName, email] = [newTitle("Boat"), newTitle("King"), newEmail()];
	await page.goto(FIELDS);
	const dialog = await openDialog(page, "Add custom field");
	await dialog.getByLabel("Name").fill(name);
	await dialog.getByRole("combobox", { name: "Holds" }).click();
	await page.getByRole("option", { name: "One of several options" }).click();
	await dialog.getByLabel("Options").fill("Dinghy\nYacht");
	await dialog.getByRole("button", { name: "Add custom field" }).click();
	await expect(rowOf(page, name)).toContainText("Dinghy, Yacht");
	await addContact(page, lastName, email);
	await pick(page, `Ada ${lastName}`, "Edit");
	const contact = dialogOf(page, "Edit contact");
	await contact.getByRole("combobox", { name }).click();
	await page.getByRole("option", { name: "Yacht" }).click();
	await contact.getByRole("button", { name: "Save changes" }).click();
	await expect(contact).toBeHidden();

	await page.goto(FIELDS);
	const menu = page.getByRole("button", { name: `Actions for ${name}` });
	const edit = dialogOf(page, "Edit custom field");
	await expect(async () => {
		await menu.press("Enter");
		await page.getByRole("menuitem", { name: "Edit" }).press("Enter", { timeout: 1_000 });
		await expect(edit).toBeVisible({ timeout: 1_000 });
	}).toPass({ timeout: 20_000 });
	await expect(edit.getByLabel("Name")).toBeFocused();
	await edit.getByRole("textbox", { name: "Option 2" }).fill("Sloop");
	await edit.getByRole("button", { name: "Move Sloop up" }).press("Enter");
	await edit.getByRole("button", { name: "Remove Dinghy" }).press("Enter");
	await edit.getByRole("button", { name: "Add option" }).press("Enter");
	await expect(edit.getByRole("textbox", { name: "Option 2" })).toBeFocused();
	await page.keyboard.type("Canoe");
	await expectAccessible(page);
	await page.keyboard.press("Enter");
	await expect(edit).toBeHidden();
	await expect(menu).toBeFocused();
	await expect(rowOf(page, name)).toContainText("Sloop, Canoe");

	await pick(page, name, "Edit");
	await edit.getByRole("button", { name: "Remove Sloop" }).click();
	await edit.getByRole("button", { name: "Save changes" }).click();
	await expect(edit.getByText("1 contact has “Sloop”.")).toBeVisible();
	const loses = edit.getByRole("checkbox", { name: /Take the options that go/ });
	await expect(loses).toBeFocused();
	await expectAccessible(page);
	await page.keyboard.press("Space");
	await expect(loses).toBeChecked();
	await edit.getByRole("button", { name: "Save changes" }).press("Enter");
	await expect(edit).toBeHidden();
	await expect(rowOf(page, name)).not.toContainText("Sloop");
	await pick(page, name, "Delete");
	await page.getByRole("button", { name: "Delete custom field" }).click();
	await expect(rowOf(page, name)).toHaveCount(0);
});

test("a viewer looks at contacts and fields, and can change none", async ({ page, signIn }) => {
	await signIn("VIEWER");
	await page.getByRole("link", { name: "Contacts" }).click();

	await expect(page.getByText("View only")).toBeVisible();
	await expect(page.getByRole("button", { name: /^Actions for/ })).toHaveCount(0);
	await rowOf(page, "amina.haddad@contacts.example").getByRole("link").click();
	await expect(page.getByText("Sailing")).toBeVisible();
	await expect(page.getByRole("button", { name: "Edit" })).toHaveCount(0);
	await page.goto(FIELDS);
	await expect(page.getByText("View only")).toBeVisible();
	await expect(page.getByRole("button", { name: "Add custom field" })).toHaveCount(0);
});

test.describe("for people of another location", () => {
	test.use({ expectedConsole: [/404 \(Not Found\)/] });

	test("there are no contacts here", async ({ page, signIn }) => {
		await signIn("MANAGER");
		const elsewhere = CONTACTS.replace("harbour", "hillside");

		expect((await page.goto(elsewhere))?.status()).toBe(404);
		expect((await page.goto(`${elsewhere}/custom-fields`))?.status()).toBe(404);
	});
});

test.describe("320 pixels wide", () => {
	test.use({ viewport: { width: 320, height: 780 } });

	test("contacts, one of them, its form and the fields need no sideways scroll", async ({ page, signIn }) => {
		await signIn("MANAGER");
		const isWithinScreen = () =>
			page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
		await page.goto(CONTACTS);
		expect(await isWithinScreen()).toBe(true);
		await expectAccessible(page);
		await openDialog(page, "Add contact");
		expect(await isWithinScreen()).toBe(true);
		await expectAccessible(page);
		await page.getByRole("button", { name: "Cancel" }).click();
		await rowOf(page, "amina.haddad@contacts.example").getByRole("link").click();
		await expect(page.getByRole("heading", { level: 1, name: "Amina Haddad" })).toBeVisible();
		expect(await isWithinScreen()).toBe(true);
		await expectAccessible(page);
		await page.goto(FIELDS);
		expect(await isWithinScreen()).toBe(true);
		await expectAccessible(page);
	});
});
