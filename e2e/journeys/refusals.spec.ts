import type { APIRequestContext, Page } from "@playwright/test";
import { createKey, demo, expect, expectAccessible, keysOf, newTitle, rowOf, test } from "../fixtures.ts";

const HOME = "hillside";
const box = (page: Page) => page.getByRole("textbox", { name: "Request id or key" });
const SCOPE_REASON = "The scope forms.write was asked for; the key does not hold it.";

/** Sends a key where a scope is asked for that it does not hold. Returns the id of the request. */
async function refuse(request: APIRequestContext, secret: string) {
	const answer = await request.get("/api/v2/forward-auth?scope=forms.write", {
		headers: { Authorization: `Bearer ${secret}` },
	});
	expect(answer.status()).toBe(403);
	return answer.headers()["x-request-id"] ?? "";
}

async function openKeyPage(page: Page, title: string) {
	await rowOf(page, title).getByRole("link", { name: title }).click();
	await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

const ask = async (page: Page, text: string) => {
	await box(page).fill(text);
	await page.getByRole("button", { name: "Find", exact: true }).click();
};

test("an owner sees why a key was refused, how often, and what to do", async ({ page, signIn, request }) => {
	const title = newTitle("Refused");
	await signIn("OWNER");
	await page.goto(keysOf.location(HOME));
	const secret = await createKey(page, title);
	await openKeyPage(page, title);
	await page.getByRole("link", { name: "Refusals" }).click();
	await expect(page.getByText("No use of this key was refused in the last 24 hours.")).toBeVisible();

	const requestId = await refuse(request, secret);
	await expect(async () => {
		await page.reload();
		// What was refused is listed a moment before it is counted.
		const chart = page.getByRole("img", { name: /^Refusals in the last 24 hours: 1 in all/ });
		await expect(chart).toBeVisible({ timeout: 500 });
	}).toPass();
	await expect(page.getByText(SCOPE_REASON)).toBeVisible();
	await expect(page.getByText(/Writing includes reading/)).toBeVisible();
	await page.getByText("As a table").click();
	await expect(page.getByRole("columnheader", { name: "Missing scope" })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole("link", { name: /^Missing scope/ }).click();
	await expect(page.getByRole("heading", { name: "The last refusals: Missing scope" })).toBeVisible();
	await expect(page.getByText(SCOPE_REASON)).toBeVisible();
	await page.getByRole("link", { name: "Show all refusals" }).click();
	await expect(page.getByRole("heading", { name: "The last refusals", exact: true })).toBeVisible();
	await page.getByRole("table").getByRole("link").click();
	await expect(page.getByRole("heading", { name: /^The last refusals: .* UTC$/ })).toBeVisible();
	await expect(page.getByText(SCOPE_REASON)).toBeVisible();

	await page.getByRole("link", { name: "30 days" }).click();
	await expect(page.getByRole("img", { name: /^Refusals in the last 30 days: 1 in all/ })).toBeVisible();

	await ask(page, requestId);
	const found = page.getByRole("region", { name: `Key ${title}` });
	await expect(found.getByText(SCOPE_REASON)).toBeVisible();
	await ask(page, "0198c1de-7a3c-7e01-9a60-0d5a8f6a1b2c");
	await expect(page.getByText(/Nothing is known about this here/)).toBeVisible();
	await expect(found).toBeHidden();
	await ask(page, "nonsense");
	await expect(page.getByText(/Enter a request id, such as/)).toBeVisible();
});

test("the list finds a key by what can be seen of it, and a whole key stays in the browser", async ({
	page,
	signIn,
	request,
}) => {
	const title = newTitle("Found by its end");
	await signIn("OWNER");
	await page.goto(keysOf.location(HOME));
	const secret = await createKey(page, title);
	await refuse(request, secret);
	const sent: string[] = [];
	page.on("request", (one) => sent.push(`${one.url()} ${one.postData() ?? ""}`));

	await page.goto(keysOf.agency);
	await page.getByRole("button", { name: "Why was it refused?" }).click();
	await expect(page.getByRole("dialog", { name: "Why was it refused?" })).toBeVisible();
	const found = page.getByRole("region", { name: `Key ${title}` });
	await expect(async () => {
		await ask(page, secret);
		await expect(found.getByText(SCOPE_REASON)).toBeVisible({ timeout: 1_000 });
	}).toPass();

	await expect(box(page)).toHaveValue(`lk_loc_••••${secret.slice(35, 39)}`);
	expect(sent.filter((text) => text.includes(secret.slice(7, 35)))).toEqual([]);
	await expectAccessible(page);
	await found.getByRole("link", { name: title }).click();
	await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

test("a manager on a phone is told nothing of keys that are not theirs to see", async ({
	page,
	signIn,
	request,
}) => {
	const agencyKey = demo.keys.find(({ level }) => level === "AGENCY")?.key ?? "";
	await page.setViewportSize({ width: 320, height: 700 });
	await signIn("MANAGER");
	const answer = await request.get("/api/v2/forward-auth?location=0198c1de-7a3c-7e01-9a60-0d5a8f6a1b2c", {
		headers: { Authorization: `Bearer ${agencyKey}` },
	});
	await page.getByRole("button", { name: "Why was it refused?" }).click();
	await expectAccessible(page);

	for (const text of [answer.headers()["x-request-id"] ?? "", agencyKey]) {
		await ask(page, text);
		await expect(page.getByText(/Nothing is known about this here/)).toBeVisible();
	}
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth > document.documentElement.clientWidth,
	);
	expect(overflow, "nothing scrolls sideways").toBe(false);
});

test("what a program limits by name is on the key's page, and by keyboard leads to why it was refused", async ({
	page,
	signIn,
	request,
}) => {
	const root = demo.keys.find(({ level }) => level === "AGENCY")?.key ?? "";
	const call = async (name: string, data: object) => {
		const headers = { Authorization: `Bearer ${root}` };
		const answer = await request.post(`/api/unkey/v2/${name}`, { headers, data });
		expect(answer.status()).toBe(200);
		return answer.json();
	};
	const ratelimits = [{ name: "daily mails", limit: 1, duration: 86_400_000, autoApply: true }];
	const apiId = (
		await (await request.get("/api/v2/keys/me", { headers: { Authorization: `Bearer ${root}` } })).json()
	).agencyId;
	const { data: made } = await call("keys.createKey", { apiId, name: newTitle("Limited"), ratelimits });
	await call("keys.verifyKey", { key: made.key });
	const { meta } = await call("keys.verifyKey", { key: made.key });

	await signIn("OWNER");
	await page.goto(`${keysOf.agency}/${made.keyId}`);
	await expect(page.getByText("daily mails: 1 per day, on every use")).toBeVisible();
	await page.getByRole("link", { name: "Refusals" }).click();
	await expect(async () => {
		await box(page).fill("");
		await box(page).focus();
		await page.keyboard.type(meta.requestId);
		await page.keyboard.press("Enter");
		const found = page.getByRole("region", { name: /^Key Limited/ });
		await expect(found.getByText(/no room left: daily mails, 1 per day/)).toBeVisible({ timeout: 2_000 });
	}).toPass();
	await expectAccessible(page);
});
