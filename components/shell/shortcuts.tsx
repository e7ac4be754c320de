"use client";

import {
	createContext,
	type ReactNode,
	useContext,
	useEffect,
	useEffectEvent,
	useState,
	useSyncExternalStore,
} from "react";
import { readSetting } from "#components/ui/browser-setting.ts";
import { isHeldWithMod, isShortcut } from "./shortcut-keys.ts";

export const SHORTCUT_SCOPES = ["everywhere", "page", "table"] as const;

export type Shortcut = {
	/** As `isShortcut` reads them: "/", "g k", "mod+k", "ArrowDown". */
	keys: string;
	/** What it does, for the list of shortcuts. */
	label: string;
	/** Under which heading the list has it. */
	scope: (typeof SHORTCUT_SCOPES)[number];
};

/** Null for keys that the component itself listens to: they are listed, and nothing more. */
type Handler = (() => void) | null;
type Entry = Shortcut & { handler: Handler };

const SEQUENCE_MS = 1_500;

function createRegistry() {
	let entries: readonly Entry[] = [];
	const readers = new Set<() => void>();
	const change = (next: readonly Entry[]) => {
		entries = next;
		for (const read of readers) read();
	};
	return {
		entries: () => entries,
		subscribe(read: () => void) {
			readers.add(read);
			return () => void readers.delete(read);
		},
		/** The page's own come after those of its frame, and win. */
		add(added: readonly Entry[]) {
			change([...entries, ...added]);
			return () => change(entries.filter((entry) => !added.includes(entry)));
		},
	};
}

type Registry = ReturnType<typeof createRegistry>;

const RegistryContext = createContext<Registry | null>(null);

/** Listens to the keyboard for all the shortcuts of the page. */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
	const [registry] = useState(createRegistry);

	useEffect(() => {
		let before: { key: string; at: number } | null = null;
		const ends = new AbortController();
		window.addEventListener(
			"keydown",
			(event) => {
				if (event.defaultPrevented || event.repeat || event.isComposing) return;
				const first = before && event.timeStamp - before.at < SEQUENCE_MS ? before.key : null;
				const entry = registry
					.entries()
					.findLast(({ keys, handler }) => handler && isShortcut(keys, event, first, isMac()));
				before = event.key.length === 1 ? { key: event.key, at: event.timeStamp } : null;
				if (!entry || !isHeard(entry, event)) return;
				event.preventDefault();
				before = null;
				entry.handler?.();
			},
			{ signal: ends.signal },
		);
		return () => ends.abort();
	}, [registry]);

	return <RegistryContext value={registry}>{children}</RegistryContext>;
}

/** Does something at a key press for as long as the component is shown. Ignored while typing, in dialogs and in menus. */
export function useShortcut(shortcut: Shortcut, handler: Handler) {
	useShortcuts([{ ...shortcut, handler }]);
}

/** Several shortcuts at once, when how many there are is not known before. */
export function useShortcuts(wanted: readonly Entry[]) {
	const registry = useContext(RegistryContext);
	const press = useEffectEvent((keys: string) => wanted.find((entry) => entry.keys === keys)?.handler?.());
	const told = JSON.stringify(
		wanted.map(({ keys, label, scope, handler }) => ({ keys, label, scope, listens: handler !== null })),
	);

	useEffect(() => {
		const entries: (Shortcut & { listens: boolean })[] = JSON.parse(told);
		return registry?.add(
			entries.map(({ listens, ...entry }) => ({
				...entry,
				handler: listens ? () => press(entry.keys) : null,
			})),
		);
	}, [registry, told]);
}

const NONE: readonly Shortcut[] = [];

/** All that hold on the page now. */
export function useShortcutList(): readonly Shortcut[] {
	const registry = useContext(RegistryContext);
	return useSyncExternalStore(
		registry?.subscribe ?? subscribeToNothing,
		registry?.entries ?? (() => NONE),
		() => NONE,
	);
}

/** On the server and in the first rendering nobody is on a Mac. */
export const useIsMac = () => useSyncExternalStore(subscribeToNothing, isMac, () => false);

function isHeard({ keys }: Shortcut, { target }: KeyboardEvent) {
	if (document.querySelector("[role=dialog][data-open], [role=alertdialog][data-open]")) return false;
	if (isHeldWithMod(keys)) return true;
	return readSetting("single-keys") && !(target instanceof Element && target.closest(TYPED_INTO));
}

const TYPED_INTO =
	"input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=menu], [role=listbox], [role=combobox], [role=slider]";

const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);
const subscribeToNothing = () => () => undefined;
