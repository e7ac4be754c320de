"use client";

import { useSyncExternalStore } from "react";

/** Choices of how the screens work that are kept in this browser, and what counts until somebody chooses. */
const SETTINGS = {
	/** Shortcuts of keys without a modifier count. */
	"single-keys": true,
	/** Times are told exactly, not by how long ago they are. */
	"exact-times": false,
} as const;

export type BrowserSetting = keyof typeof SETTINGS;

/** What was chosen while the browser keeps nothing for this site: it holds until the page is loaded anew. */
const chosenHere = new Map<BrowserSetting, boolean>();

const nameOf = (setting: BrowserSetting) => `latchkey-${setting}`;

export function readSetting(setting: BrowserSetting): boolean {
	return chosenHere.get(setting) ?? readKept(setting) ?? SETTINGS[setting];
}

function readKept(setting: BrowserSetting): boolean | null {
	try {
		const kept = localStorage.getItem(nameOf(setting));
		return kept === null ? null : kept === "on";
	} catch {
		return null;
	}
}

function keepSetting(setting: BrowserSetting, on: boolean) {
	try {
		localStorage.setItem(nameOf(setting), on ? "on" : "off");
		chosenHere.delete(setting);
	} catch {
		chosenHere.set(setting, on);
	}
	// The browser tells other windows by itself, and this one not at all.
	window.dispatchEvent(new StorageEvent("storage", { key: nameOf(setting) }));
}

/** Whether it is on, and a way to change that. */
export function useBrowserSetting(setting: BrowserSetting) {
	const on = useSyncExternalStore(
		subscribe,
		() => readSetting(setting),
		() => SETTINGS[setting],
	);
	return [on, (next: boolean) => keepSetting(setting, next)] as const;
}

function subscribe(read: () => void) {
	window.addEventListener("storage", read);
	return () => window.removeEventListener("storage", read);
}
