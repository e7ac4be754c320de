import type { Locator } from "@playwright/test";
import {
	createKey,
	createLocation,
	demo,
	expect,
	keyDialog,
	keysOf,
	newTitle,
	rowOf,
	test,
} from "../fixtures.ts";

/** Counts what a person presses. A press that a page did not hear yet is repeated, and counts once. */
function counting() {
	let presses = 0;
	return {
		press: async (what: Locator, then: Locator) => {
			await expect(async () => {
				if (await then.isHidden()) await what.click({ timeout: 2_000 });
				await expect(then).toBeVisible({ timeout: 2_000 });
			}).toPass();
			presses++;
		},
		presses: () => presses,
	};
}

test("a key for one purpose takes four presses and its title", async ({ page, signIn }) => {
	const title = newTitle("One purpose");
	await signIn("MANAGER");
	const { press, presses } = counting();
	const dialog = keyDialog(page);
	const create = dialog.getByRole("button", { name: "Create API key" });

	await press(page.getByRole("button", { name: "Create API key" }).first(), create);
	await dialog.getByLabel("Title").fill(title);
	const forms = { name: "Forms: Read", exact: true };
	await press(dialog.getByRole("checkbox", forms), dialog.getByRole("checkbox", { ...forms, checked: true }));
	await press(create, dialog.getByRole("textbox", { name: /API key/ }));
	await press(dialog.getByRole("button", { name: "I have stored the key" }), rowOf(page, title));

	await expect(rowOf(page, title)).toContainText("1 scope");
	expect(presses()).toBe(4);
});

test("all keys of a finding are found and switched off in five presses, and undone in one", async ({
	page,
	signIn,
}) => {
	await signIn("OWNER");
	await page.goto(keysOf.location(await createLocation(page, newTitle("Endless"))));
	for (const words of ["First", "Second"]) await createKey(page, newTitle(words));
	const { press, presses } = counting();
	const finding = page.getByRole("link", { name: /^No end date/ });
	const question = page.getByRole("alertdialog", { name: "Switch off: 2 keys" });
	const done = page.getByRole("alertdialog").getByText("2 keys done, 0 refused");

	await press(page.getByRole("link", { name: "Key health" }), finding);
	await press(finding, page.getByRole("heading", { name: "No end date" }));
	await press(
		page.getByRole("checkbox", { name: "Select all rows on this page" }),
		page.getByText("2 keys selected"),
	);
	await press(page.getByRole("button", { name: "Switch off" }), question);
	await press(question.getByRole("button", { name: "Switch off: 2 keys" }), done);
	expect(presses()).toBe(5);

	await press(
		page.getByRole("alertdialog").getByRole("button", { name: "Undo" }),
		page.getByRole("heading", { name: "Undo the change of 2 keys" }),
	);
	await expect(done).toBeVisible();
});

test("who still sends an old secret is two presses from the overview", async ({ page, signIn }) => {
	await signIn("OWNER");
	await page.getByRole("link", { name: "Overview" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
	const { press, presses } = counting();
	const found = page
		.getByRole("listitem")
		.filter({ hasText: "Old secret still in use" })
		.getByRole("link", { name: /location key/ });

	await press(found, page.getByRole("heading", { level: 1, name: "API keys" }));
	const key = page.getByRole("rowheader").first().getByRole("link");
	await press(key, page.getByText(/requests? from/));

	await expect(page.getByRole("table", { name: /^Older secret/ })).toContainText(/\d+\.\d+\.\d+\.\d+/);
	expect(presses()).toBe(2);
});

test("why a request was refused is two presses and its id", async ({ page, signIn, request }) => {
	const readOnly = demo.keys.find(({ level, role }) => level === "LOCATION" && role === "READONLY");
	const answer = await request.get("/api/v2/forward-auth?scope=forms.write", {
		headers: { Authorization: `Bearer ${readOnly?.key}` },
	});
	expect(answer.status()).toBe(403);
	await signIn("OWNER");
	const { press, presses } = counting();
	const box = page.getByRole("textbox", { name: "Request id or key" });

	await press(page.getByRole("button", { name: "Why was it refused?" }), box);
	await box.fill(answer.headers()["x-request-id"] ?? "");
	await press(
		page.getByRole("button", { name: "Find", exact: true }),
		page.getByText("The scope forms.write was asked for; the key does not hold it."),
	);

	expect(presses()).toBe(2);
});
