/** What of a key press says which shortcut it is. */
type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const MOD = "mod+";

/** Only keys held with Ctrl or ⌘ are sure not to be a word that somebody types or says to the machine. */
export const isHeldWithMod = (keys: string) => keys.startsWith(MOD);

/**
 * Whether a press is the shortcut: one key such as "/", two in a row such as "g k" (`before` is the first of them), or
 * "mod+k", which is ⌘ K on a Mac and Ctrl K elsewhere.
 */
export function isShortcut(keys: string, press: KeyPress, before: string | null, isMac: boolean) {
	const mod = isMac ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey;
	if (isHeldWithMod(keys)) {
		return mod && !press.altKey && !press.shiftKey && press.key.toLowerCase() === keys.slice(MOD.length);
	}
	if (press.ctrlKey || press.metaKey || press.altKey) return false;
	const [first, second] = keys.split(" ");
	return second === undefined ? press.key === first : before === first && press.key === second;
}

const NAMES: Record<string, string> = {
	ArrowUp: "↑",
	ArrowDown: "↓",
	ArrowLeft: "←",
	ArrowRight: "→",
};

/** The caps of the keys, in order. */
export const keyCaps = (keys: string, isMac: boolean) =>
	isHeldWithMod(keys)
		? [isMac ? "⌘" : "Ctrl", keys.slice(MOD.length).toUpperCase()]
		: keys.split(" ").map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key));
