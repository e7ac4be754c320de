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

test("a location manager creates, verifies, switches off and deletes a key of their location", async ({
	page,
	signIn,
	askAbout,
}) => {
	const title = newTitle("Journey location key");
	await signIn("MANAGER");
	await expect(page).toHaveURL(new RegExp(`${keysOf.location("harbour")}$`));
	await expectAccessible(page);

	const key = await createKey(page, title);
	expect(key).toMatch(/^lk_loc_/);
	expect((await askAbout(key)).gateway.body.code).toBe("VALID");

	await openMenu(page, title, "Switch off");
	await expect(rowOf(page, title)).toContainText("Inactive");
	expect((await askAbout(key)).gateway.body.code).toBe("DISABLED");

	await openMenu(page, title, "Delete…");
	const confirmation = page.getByRole("alertdialog");
	// The dialog may have opened before the use was written: then the title is asked for by the refusal.
	await confirmation.getByRole("button", { name: "Delete key" }).click();
	await confirmation.getByRole("textbox").fill(title);
	await confirmation.getByRole("button", { name: "Delete key" }).click();
	await expect(confirmation).toBeHidden();
	await expect(rowOf(page, title)).toHaveCount(0);
	expect((await askAbout(key)).gateway.body.code).toBe("NOT_FOUND");
});

test.describe("addresses of somebody else", () => {
	test.use({ expectedConsole: [/404 \(Not Found\)/] });

	test("a manager cannot reach another location, the agency, or tell them from what does not exist", async ({
		page,
		signIn,
	}) => {
		await signIn("MANAGER");
		const addresses = [
			keysOf.location("hillside"),
			keysOf.location("never-existed"),
			keysOf.agency,
			`/agencies/${demo.agency.slug}`,
			"/agencies/never-existed/keys",
		];

		const answers = [];
		for (const address of addresses) {
			const response = await page.goto(address);
			answers.push({ status: response?.status(), text: await page.getByRole("main").textContent() });
		}

		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
		expect([...new Set(answers.map(({ text }) => text))]).toEqual([answers[0]?.text]);
	});

	test("the page for nothing is accessible", async ({ page, signIn }) => {
		await signIn("VIEWER");
		await page.goto("/agencies/never-existed/keys");
		await expectAccessible(page);
	});
});

test("a manager of two locations switches between them and is never offered the Agency View", async ({
	page,
}) => {
	const regional = demo.users.find(({ email }) => email.startsWith("regional"));
	await page.goto("/sign-in");
	await page.getByLabel("E-mail").fill(regional?.email ?? "");
	await page.getByLabel("Password", { exact: true }).fill(regional?.password ?? "");
	await page.getByRole("button", { name: "Sign in" }).click();
	await expect(page).toHaveURL(/\/locations\/hillside$/);

	// The page is there before it can be used.
	await expect(async () => {
		await page
			.getByRole("combobox", { name: /Switch view/ })
			.or(page.getByRole("button", { name: /Switch view/ }))
			.click();
		await expect(page.getByRole("option", { name: "Riverside" })).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await expect(page.getByRole("option", { name: "Agency View" })).toHaveCount(0);
	await expect(page.getByRole("option", { name: "Harbour" })).toHaveCount(0);
	await page.getByRole("option", { name: "Riverside" }).click();

	await expect(page).toHaveURL(/\/locations\/riverside$/);
});

for (const role of ["MEMBER", "VIEWER"] as const) {
	test(`a ${role.toLowerCase()} can look and not touch`, async ({ page, signIn }) => {
		await signIn(role);

		await expect(page.getByRole("rowheader").first()).toBeVisible();
		await expect(page.getByRole("button", { name: /^Create / })).toHaveCount(0);
		await expect(page.getByRole("button", { name: /^Actions for/ })).toHaveCount(0);
		await expect(page.getByText("View only")).toBeVisible();
		await expectAccessible(page);
	});
}

test("an agency admin makes a location key from the Agency View", async ({ page, signIn, askAbout }) => {
	const title = newTitle("From above");
	await signIn("ADMIN");
	await page.getByRole("link", { name: /Location keys/ }).click();
	await expect(page).toHaveURL(/tab=location/);
	await expectAccessible(page);

	const key = await createKey(page, title, async () => {
		await page
			.getByRole("dialog")
			.getByRole("combobox", { name: /Location/ })
			.click();
		await page.getByRole("option", { name: "Riverside" }).click();
	});

	await expect(rowOf(page, title)).toContainText("Riverside");
	expect((await askAbout(key)).gateway.body.code).toBe("VALID");
});
