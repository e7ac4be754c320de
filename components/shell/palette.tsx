"use client";

import { Autocomplete as Base } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useParams, usePathname, useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { leavePage } from "#components/actions/leave-page.ts";
import { wishFor } from "#components/actions/wish.ts";
import { useBrowserSetting } from "#components/ui/browser-setting.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { itemStyle } from "#components/ui/control-style.ts";
import { backdropStyle, dialogMotion } from "#components/ui/dialog-style.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { FIND_CHARACTERS_MAX } from "#lib/core/found.ts";
import type { HeaderPlace } from "./console-header.tsx";
import { Marked } from "./marked.tsx";
import { PaletteIcon } from "./palette-icon.tsx";
import type { PaletteGroup, PaletteItem } from "./palette-items.ts";
import { forgetRecents, noteRecent } from "./recents.ts";
import { isShortcut } from "./shortcut-keys.ts";
import { useIsMac } from "./shortcuts.tsx";
import { usePaletteGroups } from "./use-palette-groups.ts";

type PaletteProps = {
	open: boolean;
	onClose: () => void;
	onShowShortcuts: () => void;
	person: { email: string };
	places: readonly HeaderPlace[];
};

/** Goes anywhere and does anything that the viewer may, by name. */
export function Palette({ open, onClose, onShowShortcuts, person, places }: PaletteProps) {
	const t = useTranslations("palette");
	const isMac = useIsMac();
	const isLeaving = useRef(false);
	const close = (leaves: boolean) => {
		isLeaving.current = leaves;
		onClose();
	};
	return (
		<Dialog.Root open={open} onOpenChange={(next) => !next && close(false)}>
			<Dialog.Portal>
				<Dialog.Backdrop className={backdropStyle} />
				<Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center overflow-hidden p-3 sm:p-6 sm:pt-[10dvh]">
					<Dialog.Popup
						aria-label={t("title")}
						onKeyDown={(event) => {
							if (!isShortcut("mod+k", event, null, isMac)) return;
							event.preventDefault();
							close(false);
						}}
						// The page that somebody goes to takes the focus itself.
						finalFocus={() => !isLeaving.current}
						className={cn(
							dialogMotion,
							"flex max-h-[min(32rem,calc(100dvh-1.5rem))] w-full max-w-xl flex-col overflow-hidden rounded-xl bg-raised shadow-dialog outline-none",
						)}
					>
						<PaletteBody person={person} places={places} onShowShortcuts={onShowShortcuts} onClose={close} />
						<Dialog.Close className="sr-only focus:not-sr-only focus:m-2 focus:rounded-md focus:px-2 focus:py-1 focus:text-sm">
							{t("close")}
						</Dialog.Close>
					</Dialog.Popup>
				</Dialog.Viewport>
			</Dialog.Portal>
		</Dialog.Root>
	);
}

type BodyProps = Pick<PaletteProps, "person" | "places" | "onShowShortcuts"> & {
	onClose: (leaves: boolean) => void;
};

function PaletteBody({ person, places, onShowShortcuts, onClose }: BodyProps) {
	const t = useTranslations("palette");
	const [text, setText] = useState("");
	const { groups, status, askAgain } = usePaletteGroups(text, {
		places,
		email: person.email,
		params: useParams<{ agency?: string; location?: string }>(),
	});
	const signOut = useRef<HTMLFormElement>(null);
	const choose = useChoose({
		person,
		onShowShortcuts,
		onClose,
		signOut: () => signOut.current?.requestSubmit(),
	});
	const count = groups.reduce((sum, { items }) => sum + items.length, 0);

	return (
		<Base.Root
			open
			inline
			items={groups}
			mode="none"
			value={text}
			onValueChange={setText}
			itemToStringValue={({ label }) => label}
			autoHighlight="always"
			keepHighlight
		>
			<form ref={signOut} method="post" action="/api/auth/sign-out" onSubmit={forgetRecents} hidden />
			<div className="flex items-center gap-3 border-b border-line px-4">
				{status === "searching" ? (
					<Spinner className="size-4 shrink-0 text-ink-muted" />
				) : (
					<Search aria-hidden className="size-4 shrink-0 text-ink-muted" />
				)}
				<Base.Input
					aria-label={t("placeholder")}
					placeholder={t("placeholder")}
					maxLength={FIND_CHARACTERS_MAX}
					spellCheck={false}
					className="h-12 w-full min-w-0 bg-transparent text-[0.9375rem] outline-none placeholder:text-ink-faint any-pointer-coarse:text-base"
				/>
				<Kbd caps={["Esc"]} className="max-sm:hidden" />
			</div>
			<Base.Status className="sr-only">
				{status === "searching" ? t("searching") : t("results", { count })}
			</Base.Status>
			{status === "failed" && (
				<Notice look="warn" alert className="m-2 mb-0">
					{t("failed")}{" "}
					<Button size="small" look="quiet" onClick={askAgain}>
						{t("retry")}
					</Button>
				</Notice>
			)}
			{count === 0 && status !== "searching" && (
				<div className="px-6 py-10 text-center">
					<p className="text-sm font-medium wrap-anywhere">{t("nothing", { text: text.trim() })}</p>
					<p className="mt-1 text-sm text-ink-muted">{t("nothingHint")}</p>
				</div>
			)}
			<Base.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain scroll-py-2 p-2 data-empty:p-0">
				{(group: PaletteGroup) => <Group key={group.value} group={group} text={text} onChoose={choose} />}
			</Base.List>
			<footer
				aria-hidden
				className="flex gap-4 border-t border-line bg-sunken px-4 py-2 text-xs text-ink-muted max-sm:hidden"
			>
				<span className="flex items-center gap-1.5">
					<Kbd caps={["↑", "↓"]} /> {t("choose")}
				</span>
				<span className="flex items-center gap-1.5">
					<Kbd caps={["↵"]} /> {t("go")}
				</span>
			</footer>
		</Base.Root>
	);
}

type GroupProps = { group: PaletteGroup; text: string; onChoose: (item: PaletteItem) => void };

const Group = ({ group, text, onChoose }: GroupProps) => (
	<Base.Group items={group.items} className="not-first:mt-2">
		<Base.GroupLabel className="px-2 pt-1 pb-1 text-xs font-medium text-ink-muted">
			{group.value}
		</Base.GroupLabel>
		<Base.Collection>
			{(item: PaletteItem) => (
				<Base.Item
					key={item.id}
					value={item}
					onClick={() => onChoose(item)}
					className={cn(itemStyle, "min-h-9")}
				>
					<PaletteIcon kind={item.kind} />
					<bdi className="min-w-0 truncate">
						<Marked text={item.label} part={text} />
					</bdi>
					{item.detail && (
						<bdi className="ms-auto max-w-1/2 shrink-0 truncate ps-3 text-xs text-ink-muted">
							{item.detail}
						</bdi>
					)}
				</Base.Item>
			)}
		</Base.Collection>
	</Base.Group>
);

type Chooses = {
	person: { email: string };
	onShowShortcuts: () => void;
	onClose: (leaves: boolean) => void;
	signOut: () => void;
};

function useChoose({ person, onShowShortcuts, onClose, signOut }: Chooses) {
	const router = useRouter();
	const pathname = usePathname();
	const { setTheme } = useTheme();
	const [isExact, setExact] = useBrowserSetting("exact-times");

	return ({ does, label, kind }: PaletteItem) => {
		if ("theme" in does) {
			setTheme(does.theme);
			return onClose(false);
		}
		if ("exactTimes" in does) {
			setExact(!isExact);
			return onClose(false);
		}
		if ("show" in does) {
			onClose(false);
			return onShowShortcuts();
		}
		if ("signOut" in does) return signOut();
		const { go, wish } = does;
		if (!wish) noteRecent(person.email, { href: go, label, kind });
		const isHere = go === pathname;
		onClose(!isHere || wish !== undefined);
		if (isHere && wish) wishFor(wish);
		if (isHere) return;
		leavePage(() => {
			if (wish) wishFor(wish);
			router.push(go);
		});
	};
}
