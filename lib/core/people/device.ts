import Bowser from "bowser";

export type Device = { browser: string; system: string | null };

/** A browser and its system, as told by what the browser calls itself; null when that tells nothing. */
export function readDevice(client: string): Device | null {
	if (client === "") return null;
	const { browser, os } = Bowser.parse(client);
	return browser.name ? { browser: browser.name, system: os.name ?? null } : null;
}
