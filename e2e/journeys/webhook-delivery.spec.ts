import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Page } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { createKey, demo, expect, expectAccessible, keysOf, newTitle, rowOf, test } from "../fixtures.ts";

const AGENCY = `/agencies/${demo.agency.slug}`;
const password = demo.users.find(({ role }) => role === "OWNER")?.password ?? "";

type Received = { headers: Record<string, string>; body: string };

/** Something of ours that takes each message the second time it comes. The server under test may send to this machine: EGRESS_ALLOW=127.0.0.1. */
async function openReceiver() {
	const received: Received[] = [];
	const receiver = { received, url: "", close: () => server.close() };
	const server = createServer(async (request, response) => {
		const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
		const isRepeated = received.some(
			(message) => message.headers["webhook-id"] === request.headers["webhook-id"],
		);
		received.push({ headers: Object.fromEntries(headers), body: await text(request) });
		if (isRepeated) response.writeHead(204).end();
		else response.writeHead(500).end("<b>Not now</b>");
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${newTitle("hook").replace(" ", "-")}`;
	return receiver;
}

async function addWebhook(page: Page, url: string) {
	await page.goto(`${AGENCY}/webhooks`);
	const dialog = page.getByRole("dialog", { name: "Add webhook" });
	await expect(async () => {
		if (await dialog.isHidden()) await page.getByRole("button", { name: /^Add / }).first().click();
		await expect(dialog).toBeVisible({ timeout: 1_000 });
	}).toPass({ timeout: 20_000 });
	await dialog.getByLabel("URL").fill(url);
	await dialog.getByRole("checkbox", { name: /key\.created/ }).click();
	await dialog.getByRole("button", { name: "Add webhook" }).click();
	await expect(rowOf(page, url)).toBeVisible();
}

/** The versions of the shared secret that count, as the product shows them to an owner. */
async function readSecrets(page: Page) {
	await page.goto(`${AGENCY}/shared-secret`);
	await page
		.getByRole("button", { name: /^Show version/ })
		.first()
		.click();
	const question = page.getByRole("alertdialog", { name: "Confirm that it is you" });
	await question.getByLabel("Your password").fill(password);
	await question.getByRole("button", { name: "Confirm" }).click();
	await expect(page.getByRole("button", { name: /^Hide version/ })).toBeVisible();
	for (const button of await page.getByRole("button", { name: /^Show version/ }).all()) await button.click();
	const shown = await page.getByRole("textbox", { name: /^Version \d/ }).all();
	for (const box of shown) await expect(box).toHaveValue(/^whsec_[0-9A-Za-z+/]{43}=$/);
	return Promise.all(shown.map((box) => box.inputValue()));
}

function isSigned(secret: string, { headers, body }: Received) {
	try {
		return new Webhook(secret).verify(body, headers) !== null;
	} catch {
		return false;
	}
}

test("a key that is made in the browser is told to a receiver, which can verify it, and the log shows each attempt", async ({
	page,
	signIn,
}) => {
	const receiver = await openReceiver();
	const title = newTitle("Told");
	await signIn("OWNER");
	await addWebhook(page, receiver.url);

	await page.goto(keysOf.agency);
	const key = await createKey(page, title);

	const ofKey = () => receiver.received.filter(({ body }) => body.includes(title));
	await expect.poll(() => ofKey().length).toBeGreaterThan(0);
	await page.goto(`${AGENCY}/webhooks`);
	await rowOf(page, receiver.url).getByRole("link").click();
	const line = page.getByRole("row").filter({ hasText: title });
	await expect(line).toContainText("Delivered", { timeout: 40_000 });
	await line.getByRole("button", { name: /^Details of key\.created/ }).click();
	const detail = page.getByRole("dialog", { name: "A key was created" });
	await expect(detail.getByText("Status 500")).toBeVisible();
	await expect(detail.getByText("<b>Not now</b>")).toBeVisible();
	await expect(detail.getByText("Status 204")).toBeVisible();
	await expect(detail.getByText(ofKey()[0]?.headers["webhook-id"] ?? "none")).toBeVisible();
	await expectAccessible(page);

	const [first, second] = ofKey();
	expect(second?.body).toBe(first?.body);
	expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
	expect(first?.body).not.toContain(key);
	const secrets = await readSecrets(page);
	for (const message of ofKey()) expect(secrets.some((secret) => isSigned(secret, message))).toBe(true);

	await page.goto(`${AGENCY}/webhooks`);
	await page.getByRole("button", { name: `Actions for ${receiver.url}` }).click();
	await page.getByRole("menuitem", { name: "Delete" }).click();
	await page.getByRole("button", { name: "Delete webhook" }).click();
	await expect(rowOf(page, receiver.url)).toHaveCount(0);
	receiver.close();
});
