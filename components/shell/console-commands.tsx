"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useParams, useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { leavePage } from "#components/actions/leave-page.ts";
import { useBrowserSetting } from "#components/ui/browser-setting.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import type { HeaderPlace } from "./console-header.tsx";
import { type SectionLink, sectionsOf } from "./sections.ts";
import { keyCaps } from "./shortcut-keys.ts";
import { useIsMac, useShortcut, useShortcuts } from "./shortcuts.tsx";

// Loaded when they are first wanted, or when the page has nothing else to do: what is typed after Ctrl K must not be lost.
const loadPalette = () => import("./palette.tsx").then((module) => module.Palette);
const Palette = dynamic(loadPalette, { ssr: false });
const ShortcutHelp = dynamic(() => import("./shortcut-help.tsx").then((module) => module.ShortcutHelp), {
	ssr: false,
});

type Shown = "palette" | "shortcuts" | null;

const ShowContext = createContext<(what: Shown) => void>(() => undefined);

/** Shows the palette, or the list of shortcuts. */
export const useShowCommands = () => useContext(ShowContext);

type ConsoleCommandsProps = {
	person: { email: string };
	places: readonly HeaderPlace[];
	children: ReactNode;
};

/** Holds the command palette and the list of shortcuts, and the keys that open them from anywhere in the console. */
export function ConsoleCommands({ person, places, children }: ConsoleCommandsProps) {
	const t = useTranslations("palette");
	const [shown, setShown] = useState<Shown>(null);
	const [wanted, setWanted] = useState<readonly Shown[]>([]);
	const show = (what: Shown) => {
		setShown(what);
		setWanted((before) => [...before, what]);
	};
	const close = () => setShown(null);
	const [isExact, setExact] = useBrowserSetting("exact-times");
	usePaletteAtHand();

	useShortcut({ keys: "mod+k", label: t("open"), scope: "everywhere" }, () => show("palette"));
	useShortcut({ keys: "?", label: t("shortcuts.title"), scope: "everywhere" }, () => show("shortcuts"));
	useShortcut({ keys: "t", label: t("shortcuts.exactTimes"), scope: "everywhere" }, () => setExact(!isExact));
	useSectionShortcuts(places);

	return (
		<ShowContext value={show}>
			{children}
			{wanted.includes("palette") && (
				<Palette
					open={shown === "palette"}
					onClose={close}
					onShowShortcuts={() => show("shortcuts")}
					person={person}
					places={places}
				/>
			)}
			{wanted.includes("shortcuts") && <ShortcutHelp open={shown === "shortcuts"} onClose={close} />}
		</ShowContext>
	);
}

function usePaletteAtHand() {
	useEffect(() => {
		const wait = window.requestIdleCallback ?? ((load: () => void) => window.setTimeout(load, 1_000));
		const cancel = window.cancelIdleCallback ?? window.clearTimeout;
		const handle = wait(() => void loadPalette());
		return () => cancel(handle);
	}, []);
}

/** Which key after G leads to a section. */
const SECTION_KEYS: Partial<Record<SectionLink["name"], string>> = {
	overview: "o",
	keys: "k",
	locations: "l",
	people: "p",
	sharedSecret: "h",
	webhooks: "w",
	policies: "y",
	audit: "a",
	settings: "s",
	contacts: "c",
	workflows: "w",
	forms: "f",
	links: "t",
};

function useSectionShortcuts(places: readonly HeaderPlace[]) {
	const t = useTranslations("palette.shortcuts");
	const tSections = useTranslations("shell.sections");
	const router = useRouter();
	const sections = sectionsOf(places, useParams<{ agency?: string; location?: string }>());
	useShortcuts(
		sections.flatMap(({ href, name }) => {
			const key = SECTION_KEYS[name];
			return key
				? [
						{
							keys: `g ${key}`,
							label: t("goTo", { section: tSections(name) }),
							scope: "everywhere" as const,
							handler: () => leavePage(() => router.push(href)),
						},
					]
				: [];
		}),
	);
}

/** Opens the palette; on phones its icon alone. */
export function PaletteButton() {
	const t = useTranslations("palette");
	const show = useShowCommands();
	const isMac = useIsMac();
	return (
		<button
			type="button"
			aria-keyshortcuts={isMac ? "Meta+K" : "Control+K"}
			onClick={() => show("palette")}
			className="flex size-10 shrink-0 items-center justify-center gap-2 rounded-md text-ink-muted hover:bg-hover hover:text-ink any-pointer-coarse:size-11 md:h-9 md:w-52 md:justify-start md:border md:border-line-strong md:bg-surface md:px-2.5 md:shadow-card any-pointer-coarse:md:w-52"
		>
			<Search aria-hidden className="size-5 md:size-4" />
			{/* The name begins with what the button shows, so that it can be called by that. */}
			<span className="sr-only">{t("open")}</span>
			<span aria-hidden className="text-sm max-md:hidden">
				{t("openShort")}
			</span>
			<span aria-hidden className="ms-auto max-md:hidden">
				<Kbd caps={keyCaps("mod+k", isMac)} />
			</span>
		</button>
	);
}
