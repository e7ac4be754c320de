import { describe, expect, test } from "vitest";
import { isShortcut, keyCaps } from "./shortcut-keys.ts";

const press = (key: string, held: Partial<Parameters<typeof isShortcut>[1]> = {}) => ({
	key,
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	shiftKey: false,
	...held,
});

describe("a single key", () => {
	test("is the character, whatever it takes to type it", () => {
		expect(isShortcut("/", press("/", { shiftKey: true }), null, false)).toBe(true);
		expect(isShortcut("?", press("?", { shiftKey: true }), null, false)).toBe(true);
	});

	test.each(["ctrlKey", "metaKey", "altKey"])("is left to the browser while %s is held", (held) => {
		expect(isShortcut("/", press("/", { [held]: true }), null, false)).toBe(false);
	});
});

describe("two keys in a row", () => {
	test("count in their order alone", () => {
		expect(isShortcut("g k", press("k"), "g", false)).toBe(true);
		expect(isShortcut("g k", press("g"), "k", false)).toBe(false);
		expect(isShortcut("g k", press("k"), null, false)).toBe(false);
	});
});

describe("a key with the main modifier", () => {
	test("takes Ctrl, and ⌘ on a Mac", () => {
		expect(isShortcut("mod+k", press("k", { ctrlKey: true }), null, false)).toBe(true);
		expect(isShortcut("mod+k", press("k", { metaKey: true }), null, false)).toBe(false);
		expect(isShortcut("mod+k", press("k", { metaKey: true }), null, true)).toBe(true);
		expect(isShortcut("mod+k", press("k", { ctrlKey: true }), null, true)).toBe(false);
	});

	test("counts with caps lock on, and not with another modifier", () => {
		expect(isShortcut("mod+k", press("K", { ctrlKey: true }), null, false)).toBe(true);
		expect(isShortcut("mod+k", press("K", { ctrlKey: true, shiftKey: true }), null, false)).toBe(false);
	});
});

test("keys are told by their caps", () => {
	expect(keyCaps("mod+k", false)).toEqual(["Ctrl", "K"]);
	expect(keyCaps("mod+k", true)).toEqual(["⌘", "K"]);
	expect(keyCaps("g k", false)).toEqual(["G", "K"]);
	expect(keyCaps("ArrowDown", false)).toEqual(["↓"]);
	expect(keyCaps("Space", false)).toEqual(["Space"]);
});
