import type { Page } from "@playwright/test";
import { createKey, expect, expectAccessible, newTitle, test } from "../fixtures.ts";

// In this order: the last one tells the demo's people of something more.
test.describe.configure({ mode: "default" });

// The demo tells of two keys that expire soon, one of the agency and one of Harbour, and of one that nobody uses.
const AGENCY_KEY = "Trade fair app";
const LOCATION_KEY = "Summer campaign";

const bell = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^Notifications/ });
const list = (page: Page) => page.getByRole("group", { name: "Notifications" });
const rowOf = (page: Page, title: string) => list(page).getByRole("listitem").filter({ hasText: title });

async function openNotifications(page: Page) {
	await bell(page).click();
	await expect(page.getByRole("heading", { level: 1, name: "Notifications" })).toBeVisible();
}

test("a manager is told of their location's keys alone, with the way to each", async ({ page, signIn }) => {
	await signIn("MANAGER");
	await openNotifications(page);

	await expect(rowOf(page, LOCATION_KEY)).toContainText("expires on");
	await expect(rowOf(page, LOCATION_KEY)).toContainText("Harbour");
	await expect(rowOf(page, LOCATION_KEY).getByRole("link")).toHaveAttribute(
		"href",
		/\/locations\/harbour\/keys\/[\w-]{36}$/,
	);
	await expect(list(page)).not.toContainText(AGENCY_KEY);
	await expectAccessible(page);
});

test("who may only look is told nothing", async ({ page, signIn }) => {
	await signIn("VIEWER");
	await expect(bell(page)).toHaveAccessibleName("Notifications");
	await openNotifications(page);

	await expect(page.getByRole("heading", { name: "No notifications yet" })).toBeVisible();
	await expectAccessible(page);
});

test("what is read is counted no more, in other windows as well and without loading them again", async ({
	page,
	signIn,
	context,
}) => {
	await signIn("OWNER");
	await expect(bell(page)).toHaveAccessibleName(/ unread$/);
	// Whoever kept a key alive in another journey has one less.
	const unread = Number(/\d+/.exec((await bell(page).getAttribute("aria-label")) ?? "")?.[0]);
	const other = await context.newPage();
	await other.goto("/notifications?show=unread");
	await expect(list(other).getByRole("listitem")).toHaveCount(unread);

	await rowOf(other, AGENCY_KEY)
		.getByRole("button", { name: `Mark as read: ${AGENCY_KEY}` })
		.click();
	await expect(list(other).getByRole("listitem")).toHaveCount(unread - 1);
	await expect(list(other)).toBeFocused();
	const left = `Notifications, ${unread - 1} unread`;
	await expect(bell(other)).toHaveAccessibleName(left);
	await page.bringToFront();
	await expect(bell(page)).toHaveAccessibleName(left, { timeout: 20_000 });

	await openNotifications(page);
	await page.getByRole("button", { name: "Mark all as read" }).click();
	await expect(bell(page)).toHaveAccessibleName("Notifications");
	await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
	await page.getByRole("link", { name: "Unread" }).click();
	await expect(page.getByRole("heading", { name: "You have read everything" })).toBeVisible();
	await expectAccessible(page);
});

test("the bell says how many are new, and shows no more than nine", async ({ page, signIn }) => {
	await signIn("ADMIN");
	await page.route("**/api/notifications/unread", (route) => route.fulfill({ json: { unread: 12 } }));

	// A page is seen a moment before it listens.
	await expect(async () => {
		await page.evaluate(() => window.dispatchEvent(new Event("focus")));
		await expect(bell(page)).toHaveAccessibleName("Notifications, 12 unread", { timeout: 1_000 });
	}).toPass({ timeout: 20_000 });
	await expect(bell(page)).toHaveText("9+");
	await expect(
		page.getByRole("status").filter({ hasText: /\d new notifications, 12 unread/ }),
	).toBeAttached();
});

test.describe("while nobody answers", () => {
	test.use({ expectedConsole: [/status of (503|401)/] });

	test("the bell asks less and less often, and not at all once it is signed out", async ({
		page,
		signIn,
	}) => {
		await signIn("MANAGER");
		await page.clock.install();
		await page.reload();
		let status = 503;
		let asked = 0;
		await page.route("**/api/notifications/unread", (route) => {
			asked++;
			return route.fulfill({ status, json: {} });
		});
		const pass = async (times: number, seconds: number) => {
			for (let time = 0; time < times; time++) {
				await page.clock.fastForward(seconds * 1_000);
				await page.evaluate(() => fetch("/api/health/live").then(() => undefined));
			}
		};
		const untilAsked = () =>
			expect(async () => {
				await pass(1, 300);
				expect(asked).toBeGreaterThan(0);
			}).toPass();
		await untilAsked();

		asked = 0;
		await pass(12, 15);
		expect(asked).toBeLessThanOrEqual(4);
		status = 401;
		asked = 0;
		await untilAsked();
		asked = 0;
		await pass(3, 300);
		await page.evaluate(() => window.dispatchEvent(new Event("online")));
		await pass(1, 1);

		expect(asked).toBe(0);
	});
});

test("the list is narrowed, and fits a narrow phone", async ({ page, signIn }) => {
	await page.setViewportSize({ width: 320, height: 700 });
	await signIn("ADMIN");
	await page.goto("/notifications");

	await page.getByRole("combobox", { name: "About" }).click();
	await page.getByRole("option", { name: "Rotation" }).click();
	await expect(page.getByRole("heading", { name: "Nothing here" })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole("button", { name: "Clear filters" }).click();

	await expect(rowOf(page, AGENCY_KEY)).toBeVisible();
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow).toBeLessThanOrEqual(0);
});

test("where no mail is sent, the account says so", async ({ page, signIn }) => {
	await signIn("ADMIN");
	await page.goto("/notifications");
	await page.getByRole("link", { name: "Settings", exact: true }).click();

	await expect(page.getByText("This installation sends no mail yet.")).toBeVisible();
	await expectAccessible(page);
});

test("a key that a stranger reports stops by itself, and its managers hear of it without loading the page", async ({
	page,
	signIn,
	askAbout,
	browser,
	baseURL,
}) => {
	const title = newTitle("Leaked");
	await signIn("ADMIN");
	const key = await createKey(page, title);
	expect((await askAbout(key)).self.body.code).toBe("VALID");
	const stranger = await browser.newPage({ ...(baseURL && { baseURL }) });

	await stranger.goto("/report-leak");
	await stranger.getByLabel("What you found").fill(`curl -H "Authorization: Bearer ${key}"`);
	await stranger.getByLabel("Where you found it").fill("A public repository");
	await stranger.getByRole("button", { name: "Report" }).click();
	await expect(stranger.getByRole("heading", { level: 1, name: "Thank you" })).toBeVisible();
	expect(await stranger.context().cookies()).toEqual([]);
	await stranger.close();

	await expect
		.poll(async () => (await askAbout(key)).self, { timeout: 20_000 })
		.toMatchObject({ status: 401, body: { code: "REVOKED" } });
	await expect(page.getByRole("status").filter({ hasText: /new notification/ })).toBeAttached({
		timeout: 20_000,
	});
	await openNotifications(page);
	await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
	await expect(rowOf(page, title)).toContainText("found in public");
	await expectAccessible(page);
	await rowOf(page, title).getByRole("link").click();
	await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
	await expect(page.getByText("Found in public", { exact: true })).toBeVisible();
	await page.getByRole("link", { name: "All events of this key in the audit log" }).click();
	await page
		.getByRole("row")
		.filter({ hasText: "Revoked an API key" })
		.getByRole("button", { name: /^Details of event/ })
		.click();
	await expect(page.getByRole("dialog")).toContainText("A public repository");
});
