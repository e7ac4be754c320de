import type { Page } from "@playwright/test";
import { demo, expect } from "./fixtures.ts";

/** The hands of somebody who has no mouse. */
export function keyboardOf(page: Page) {
	const press = async (...keys: string[]) => {
		for (const key of keys) await page.keyboard.press(key);
	};

	/** Presses Tab until what has the focus is called so. */
	async function tabTo(name: RegExp, tab = "Tab") {
		for (let step = 0; step < 100; step++) {
			if (name.test(await page.evaluate(focusedName))) return;
			await page.keyboard.press(tab);
		}
		throw new Error(`no ${tab} leads to ${name}`);
	}

	async function signIn(role: string) {
		const user = demo.users.find((one) => one.role === role);
		await page.goto("/sign-in");
		await expect(page.getByLabel("E-mail")).toBeFocused();
		await page.keyboard.type(user?.email ?? "");
		await press("Tab");
		await page.keyboard.type(user?.password ?? "");
		await press("Enter");
		await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
		await tabTo(/^API keys$/);
		await press("Enter");
		await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
	}

	return { press, tabTo, signIn, type: (text: string) => page.keyboard.type(text) };
}

const focusedName = () => {
	const element = document.activeElement;
	if (!element?.matches("a, button, input, [role=radio]")) return "";
	return element.getAttribute("aria-label") ?? (element.closest("label") ?? element).textContent;
};
