import Bowser from "bowser";

/** A browser and its system in words, as told by what the browser calls itself. */
export function describeDevice(client: string): string {
	if (client === "") return "Unknown device";
	const { browser, os } = Bowser.parse(client);
	if (!browser.name) return "Unknown device";
	return os.name ? `${browser.name} on ${os.name}` : browser.name;
}
