import {
	createKey,
	demo,
	expect,
	expectAccessible,
	keysOf,
	newTitle,
	openMenu,
	rowOf,
	test,
} from "../fixtures.ts";

const LOCATIONS = `/agencies/${demo.agency.slug}/locations`;
const SETTINGS = `/agencies/${demo.agency.slug}/settings`;
const passwordOf = (role: string) => demo.users.find((user) => user.role === role)?.password ?? "";

test("an owner creates a location, renames, suspends and resumes it, and deletes it after a proof", async ({
	page,
	signIn,
	askAbout,
}) => {
	const [first, name] = [newTitle("Quay"), newTitle("Pier")];
	await signIn("OWNER");
	await page.goto(LOCATIONS);
	await expect(rowOf(page, "Harbour")).toContainText("Open");
	await expectAccessible(page);

	const dialog = page.getByRole("dialog", { name: "Create location" });
	await expect(async () => {
		if (await dialog.isHidden()) await page.getByRole("button", { name: "Create location" }).first().click();
		await expect(dialog).toBeVisible({ timeout: 1_000 });
	}).toPass({ timeout: 20_000 });
	await dialog.getByLabel("Name").fill("  hillside ");
	await expectAccessible(page);
	await dialog.getByRole("button", { name: "Create location" }).click();
	await expect(dialog.getByLabel("Name")).toHaveAccessibleDescription(/Another location/);
	await expect(dialog.getByLabel("Name")).toBeFocused();
	await dialog.getByLabel("Name").fill(first);
	await dialog.getByRole("button", { name: "Create location" }).click();
	await expect(dialog).toBeHidden();
	await expect(rowOf(page, first)).toContainText("Open");

	await openMenu(page, first, "Rename…");
	const rename = page.getByRole("dialog", { name: "Rename location" });
	await rename.getByLabel("Name").fill(name);
	await rename.getByRole("button", { name: "Rename" }).click();
	await expect(rename).toBeHidden();
	await expect(page.getByRole("button", { name: `Actions for ${name}` })).toBeFocused();

	const slug = first.toLowerCase().replaceAll(" ", "-");
	await page.goto(keysOf.location(slug));
	const title = newTitle("Key of a location");
	const key = await createKey(page, title);
	expect((await askAbout(key)).self.body.code).toBe("VALID");

	await page.goto(LOCATIONS);
	await openMenu(page, name, "Suspend…");
	const question = page.getByRole("alertdialog");
	await expect(question).toContainText("1 key and no people of its own.");
	await expectAccessible(page);
	await question.getByRole("button", { name: "Suspend location" }).click();
	await expect(question).toBeHidden();
	await expect(rowOf(page, name)).toContainText("Suspended");
	expect((await askAbout(key)).gateway.body.code).toBe("SUSPENDED");
	await page.goto(keysOf.location(slug));
	await expect(page.getByText("This location is suspended")).toBeVisible();
	await expectAccessible(page);
	await page.goto(LOCATIONS);

	await openMenu(page, name, "Resume");
	await expect(rowOf(page, name)).toContainText("Open");
	expect((await askAbout(key)).gateway.body.code).toBe("VALID");

	await openMenu(page, name, "Delete…");
	const deletion = page.getByRole("alertdialog", { name: `Delete “${name}”?` });
	await expect(deletion).toContainText(/1 key and no people of its own\. \d+ requests? with those keys/);
	await expectAccessible(page);
	await deletion.getByRole("button", { name: "Delete location" }).click();
	await expect(deletion.getByRole("textbox")).toHaveAccessibleDescription(/Type the name/);
	await deletion.getByRole("textbox").fill(name);
	await deletion.getByRole("button", { name: "Delete location" }).click();
	const proof = page.getByRole("alertdialog", { name: "Confirm that it is you" });
	await proof.getByLabel("Your password").fill(passwordOf("OWNER"));
	await proof.getByRole("button", { name: "Confirm" }).click();
	await expect(proof).toBeHidden();
	await expect(deletion).toBeHidden();
	await expect(rowOf(page, name)).toHaveCount(0);
	await expect(page.getByRole("heading", { level: 1, name: "Locations" })).toBeFocused();
	expect((await askAbout(key)).gateway.body.code).toBe("NOT_FOUND");
});

test("the list is searched and sorted, and says when nothing is found", async ({ page, signIn }) => {
	await signIn("MEMBER");
	await page.goto(LOCATIONS);
	await expect(page.getByText("View only")).toBeVisible();
	await expect(page.getByRole("button", { name: "Create location" })).toHaveCount(0);

	await page.getByRole("textbox", { name: "Search by name" }).fill("river");
	await expect(rowOf(page, "Harbour")).toHaveCount(0);
	await expect(rowOf(page, "Riverside")).toBeVisible();
	await page.getByRole("textbox", { name: "Search by name" }).fill("nowhere at all");
	await expect(page.getByText("No location's name matches the search.")).toBeVisible();
	await expectAccessible(page);
	await page.getByRole("button", { name: "Clear the search" }).first().click();
	await page.getByRole("button", { name: "Name" }).click();
	await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "descending");
});

test("an owner renames the agency, and everybody sees it; deleting it asks for its name and who it is", async ({
	page,
	signIn,
}) => {
	await signIn("OWNER");
	await page.goto(SETTINGS);
	const box = page.getByLabel("Agency name");
	const name = await box.inputValue();
	await expectAccessible(page);

	await box.fill("   ");
	await page.getByRole("button", { name: "Save name" }).click();
	await expect(box).toHaveAccessibleDescription(/required/);
	await box.fill(`${name} renamed`);
	await page.getByRole("button", { name: "Save name" }).click();
	await expect(page.getByRole("combobox", { name: `Agency View ${name} renamed` })).toBeVisible();
	await box.fill(name);
	await page.getByRole("button", { name: "Save name" }).click();
	await expect(page.getByRole("combobox", { name: `Agency View ${name}`, exact: false })).toBeVisible();

	await page.getByRole("button", { name: "Delete agency…" }).click();
	const deletion = page.getByRole("alertdialog", { name: `Delete “${name}”?` });
	await expect(deletion).toContainText(/All keys of the agency and of its locations stop at once/);
	await expectAccessible(page);
	await deletion.getByRole("textbox").fill("Another agency");
	await deletion.getByRole("button", { name: "Delete agency" }).click();
	await expect(deletion.getByRole("textbox")).toHaveAccessibleDescription(/Type the name/);
	await deletion.getByRole("textbox").fill(name);
	await deletion.getByRole("button", { name: "Delete agency" }).click();
	const proof = page.getByRole("alertdialog", { name: "Confirm that it is you" });
	await expect(proof).toContainText("ends all of its keys for good");
	await proof.getByRole("button", { name: "Cancel" }).click();
	await deletion.getByRole("button", { name: "Cancel" }).click();
	await expect(page.getByRole("button", { name: "Delete agency…" })).toBeFocused();
});

test("an admin may rename the agency and not delete it", async ({ page, signIn }) => {
	await signIn("ADMIN");
	await page.goto(SETTINGS);
	await expect(page.getByLabel("Agency name")).toBeVisible();
	await expect(page.getByRole("button", { name: /Delete agency/ })).toHaveCount(0);
});

test.describe("a member", () => {
	test.use({ expectedConsole: [/404/] });

	test("has no settings page", async ({ page, signIn }) => {
		await signIn("MEMBER");
		const answer = await page.goto(SETTINGS);

		expect(answer?.status()).toBe(404);
		await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
	});
});

test.describe("on a phone", () => {
	test.use({ viewport: { width: 320, height: 640 } });

	test("locations are cards, and nothing is wider than the screen", async ({ page, signIn }) => {
		await signIn("OWNER");
		for (const address of [LOCATIONS, SETTINGS]) {
			await page.goto(address);
			await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
			const width = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(width).toBeLessThanOrEqual(320);
			await expectAccessible(page);
		}
	});
});
