import type { Page } from "@playwright/test";
import { demo, expect, expectAccessible, newTitle, rowOf, test } from "../fixtures.ts";

const PLACE = `/agencies/${demo.agency.slug}/locations/harbour`;

const newTag = () => newTitle("tag").replace(" ", "-");

const stepOf = (page: Page, heading: string) =>
	page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: heading }) });

const fieldOf = (page: Page, step: string, label: string) =>
	stepOf(page, step).getByLabel(label, { exact: true });

const addStep = async (page: Page, kind: string, heading: string) => {
	await expect(async () => {
		if (await stepOf(page, heading).isHidden())
			await page.getByRole("group", { name: "Add a step" }).getByRole("button", { name: kind }).click();
		await expect(stepOf(page, heading)).toBeVisible({ timeout: 1_000 });
	}).toPass({ timeout: 20_000 });
};

/** Writes a workflow that waits for a tag and gives another, as a draft. */
async function writeWorkflow(page: Page, { name, tag, gives }: { name: string; tag: string; gives: string }) {
	await page.goto(`${PLACE}/workflows/new`);
	await addStep(page, "Add a tag", "1. Add a tag");
	await fieldOf(page, "1. Add a tag", "Tag").fill(gives);
	await page.getByLabel("Name").fill(name);
	await page.getByLabel("Starts when").click();
	await page.getByRole("option", { name: "A contact gets a tag" }).click();
	await page.getByLabel("Tag", { exact: true }).first().fill(tag);
}

async function addContact(page: Page, lastName: string, tag: string) {
	await page.goto(`${PLACE}/contacts`);
	const dialog = page.getByRole("dialog", { name: "Add contact" });
	await expect(async () => {
		if (await dialog.isHidden()) await page.getByRole("button", { name: "Add contact" }).first().click();
		await expect(dialog).toBeVisible({ timeout: 1_000 });
	}).toPass({ timeout: 20_000 });
	await dialog.getByLabel("Last name").fill(lastName);
	await dialog.getByRole("textbox", { name: "Tags" }).fill(tag);
	await dialog.getByRole("textbox", { name: "Tags" }).press("Enter");
	await dialog.getByRole("button", { name: "Add contact" }).click();
	await expect(dialog).toBeHidden();
}

const create = async (page: Page, name: string) => {
	await page.getByRole("button", { name: "Create workflow" }).click();
	await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
};

const publish = async (page: Page) => {
	await page.getByRole("button", { name: "Publish" }).click();
	await expect(page.getByText("The workflow was published.")).toBeVisible();
};

test("a manager writes a workflow, mends what was not accepted, and publishes it", async ({
	page,
	signIn,
}) => {
	const name = newTitle("Welcome");
	await signIn("MANAGER");
	await page.getByRole("link", { name: "Workflows" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Workflows" })).toBeVisible();
	await expectAccessible(page);

	await writeWorkflow(page, { name, tag: newTag(), gives: newTag() });
	await addStep(page, "Wait", "2. Wait");
	await fieldOf(page, "2. Wait", "For").fill("0");
	await page.getByRole("button", { name: "Create workflow" }).click();
	await expect(fieldOf(page, "2. Wait", "For")).toHaveAccessibleDescription(/one minute/);
	await expect(fieldOf(page, "2. Wait", "For")).toBeFocused();
	await expectAccessible(page);
	await fieldOf(page, "2. Wait", "For").fill("2");
	await create(page, name);
	await publish(page);

	await expectAccessible(page);
});

test("a contact that gets the tag goes through the workflow, until its run is stopped", async ({
	page,
	signIn,
}) => {
	const [name, lastName, tag, gives] = [newTitle("Welcome"), newTitle("King"), newTag(), newTag()];
	await signIn("MANAGER");
	await writeWorkflow(page, { name, tag, gives });
	await addStep(page, "Wait", "2. Wait");
	await create(page, name);
	await publish(page);
	const workflow = page.url();

	await addContact(page, lastName, tag);
	await expect(async () => {
		await page.goto(`${workflow}/runs`);
		await expect(rowOf(page, lastName)).toContainText("2 of 2", { timeout: 1_000 });
	}).toPass({ timeout: 30_000 });
	await expect(rowOf(page, lastName)).toContainText("Running");
	await page.getByRole("link", { name: lastName }).click();
	await expect(page.getByText(`Add the tag “${gives}”`)).toBeVisible();
	await expectAccessible(page);
	await page.getByRole("button", { name: "Stop" }).click();
	const question = page.getByRole("alertdialog", { name: "Stop this run?" });
	await expect(question).toContainText(lastName);
	await expectAccessible(page);
	await question.getByRole("button", { name: "Stop run" }).click();

	await expect(page.getByText("The run was stopped.")).toBeVisible();
	await expect(page.getByText("Stopped", { exact: true })).toBeVisible();
});

test("steps are moved and removed by keyboard, and the focus stays with them", async ({ page, signIn }) => {
	const name = newTitle("Order");
	await signIn("MANAGER");
	await writeWorkflow(page, { name, tag: newTag(), gives: "first" });
	await addStep(page, "Remove a tag", "2. Remove a tag");

	await page.getByRole("button", { name: "Move step 2 up" }).focus();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { name: "1. Remove a tag" })).toBeFocused();
	await page.getByRole("button", { name: "Remove step 1" }).focus();
	await page.keyboard.press("Enter");

	await expect(page.getByRole("heading", { name: "1. Add a tag" })).toBeFocused();
	await expect(page.getByRole("heading", { name: "2. Remove a tag" })).toHaveCount(0);
});

test("whoever leaves with unsaved changes is asked, whichever way they go, and stays where they say so", async ({
	page,
	signIn,
}) => {
	const [name, gives] = [newTitle("Kept"), newTag()];
	await signIn("MANAGER");
	await page.getByRole("link", { name: "Workflows" }).click();
	await page.getByRole("link", { name: "Create workflow" }).first().click();
	await addStep(page, "Add a tag", "1. Add a tag");
	await page.getByLabel("Name").fill(name);
	const question = page.getByRole("alertdialog", { name: "Leave without saving?" });

	await page.getByRole("link", { name: "All workflows" }).click();
	await expect(question).toBeVisible();
	await expect(question.getByRole("button", { name: "Keep editing" })).toBeFocused();
	await expectAccessible(page);
	await page.keyboard.press("Escape");
	await expect(question).toBeHidden();
	await expect(page.getByLabel("Name")).toHaveValue(name);

	await page.goBack({ timeout: 2_000 }).catch(() => null);
	await expect(question).toBeVisible();
	await question.getByRole("button", { name: "Keep editing" }).click();
	await expect(page.getByLabel("Name")).toHaveValue(name);

	await fieldOf(page, "1. Add a tag", "Tag").fill(gives);
	await create(page, name);
	await expect(page.getByText("Not saved yet")).toBeHidden();
	await page.getByRole("link", { name: /^Runs/ }).click();
	await expect(page.getByText("Nothing ran yet")).toBeVisible();

	await page.getByRole("link", { name: /^Steps/ }).click();
	await fieldOf(page, "1. Add a tag", "Tag").fill("other");
	await page.getByRole("link", { name: /^Runs/ }).click();
	await question.getByRole("button", { name: "Leave without saving" }).click();
	await expect(page.getByText("Nothing ran yet")).toBeVisible();
	await page.getByRole("link", { name: /^Steps/ }).click();
	await expect(fieldOf(page, "1. Add a tag", "Tag")).toHaveValue(gives);
});

test("what is typed stays when the workflow is published meanwhile, and is then saved", async ({
	page,
	signIn,
}) => {
	const name = newTitle("Typed");
	await signIn("MANAGER");
	await writeWorkflow(page, { name, tag: newTag(), gives: "first" });
	await create(page, name);

	await page.getByLabel("Name").fill(`${name} again`);
	await publish(page);
	await expect(page.getByRole("button", { name: "Unpublish" })).toBeVisible();
	await expect(page.getByLabel("Name")).toHaveValue(`${name} again`);
	await expect(page.getByText("Not saved yet")).toBeVisible();
	await page.getByRole("button", { name: "Save changes" }).click();

	await expect(page.getByText("The workflow was saved.")).toBeVisible();
	await expect(page.getByRole("heading", { level: 1, name: `${name} again` })).toBeVisible();
	await expect(page.getByRole("button", { name: "Save changes" })).toBeFocused();
	await expect(page.getByText("Not saved yet")).toBeHidden();
});

test("what is wrong with a step is said at that step, also after it was moved", async ({ page, signIn }) => {
	await signIn("MANAGER");
	await writeWorkflow(page, { name: newTitle("Moved"), tag: newTag(), gives: "first" });
	await addStep(page, "Update a field", "2. Update a field");
	await fieldOf(page, "2. Update a field", "Field").click();
	await page.getByRole("option", { name: "E-mail" }).click();
	await fieldOf(page, "2. Update a field", "Value").fill("nobody");

	await page.getByRole("button", { name: "Create workflow" }).click();
	await expect(fieldOf(page, "2. Update a field", "Value")).toBeFocused();
	await page.getByRole("button", { name: "Move step 2 up" }).click();

	await expect(fieldOf(page, "1. Update a field", "Value")).toHaveAccessibleDescription(/e-mail/);
	await expect(fieldOf(page, "2. Add a tag", "Tag")).not.toHaveAccessibleDescription(/e-mail/);
});

test("whoever left a choice open is led to it", async ({ page, signIn }) => {
	await signIn("MANAGER");
	await page.goto(`${PLACE}/workflows/new`);
	await page.getByLabel("Name").fill(newTitle("Open"));
	await page.getByLabel("Starts when").click();
	await page.getByRole("option", { name: "A form is submitted" }).click();
	await page.getByRole("button", { name: "Create workflow" }).click();

	const form = page.getByRole("combobox", { name: "Form" });
	await expect(form).toBeFocused();
	await expect(form).toHaveAttribute("aria-invalid", "true");
	await expect(form).toHaveAccessibleDescription("Choose a form.");
	await expectAccessible(page);
});

test("a workflow is deleted after a question that names it", async ({ page, signIn }) => {
	const name = newTitle("Gone");
	await signIn("MANAGER");
	await writeWorkflow(page, { name, tag: newTag(), gives: "first" });
	await create(page, name);

	await page.getByRole("button", { name: "Delete" }).click();
	const question = page.getByRole("alertdialog", { name: "Delete this workflow?" });
	await expect(question).toContainText(name);
	await expectAccessible(page);
	await question.getByRole("button", { name: "Delete workflow" }).click();

	await expect(page.getByText("The workflow was deleted.")).toBeVisible();
	await expect(rowOf(page, name)).toHaveCount(0);
});

test("a viewer reads workflows and changes none", async ({ page, signIn }) => {
	await signIn("VIEWER");
	await page.goto(`${PLACE}/workflows`);

	await page.getByRole("link", { name: "Welcome a new lead" }).click();

	await expect(page.getByText("Add the tag “welcomed”")).toBeVisible();
	await expect(page.getByText("View only")).toBeVisible();
	await expect(page.getByRole("button", { name: "Publish" })).toHaveCount(0);
	await expectAccessible(page);
});
