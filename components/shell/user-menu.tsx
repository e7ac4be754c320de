"use client";

import { BookOpen, CircleUser, Keyboard, LogOut, Monitor, Moon, Sun } from "lucide-react";
import Link from "next/link";
import { useParams } from "next/navigation";
import { useTheme } from "next-themes";
import { useRef } from "react";
import { useTranslations } from "use-intl/react";
import { Avatar } from "#components/ui/avatar.tsx";
import {
	Menu,
	MenuGroup,
	MenuItem,
	MenuLabel,
	MenuPopup,
	MenuRadioGroup,
	MenuRadioItem,
	MenuSeparator,
	MenuTrigger,
} from "#components/ui/menu.tsx";
import { useShowCommands } from "./console-commands.tsx";
import type { HeaderPlace } from "./console-header.tsx";
import { forgetRecents } from "./recents.ts";

type UserMenuProps = { person: { name: string; email: string }; places: readonly HeaderPlace[] };

export function UserMenu({ person, places }: UserMenuProps) {
	const t = useTranslations("shell");
	const signOut = useRef<HTMLFormElement>(null);
	const role = useRoleHere(places);
	const show = useShowCommands();
	const tPalette = useTranslations("palette");
	return (
		<>
			<form ref={signOut} method="post" action="/api/auth/sign-out" onSubmit={forgetRecents} hidden />
			<Menu>
				<MenuTrigger
					aria-label={t("user.label", { name: person.name })}
					className="flex h-10 shrink-0 items-center gap-2 rounded-md px-1.5 hover:bg-hover data-popup-open:bg-hover any-pointer-coarse:h-11"
				>
					<Avatar name={person.name} />
					<span className="max-w-40 truncate text-sm max-md:hidden">{person.name}</span>
				</MenuTrigger>
				<MenuPopup className="w-64">
					<div className="px-2 pt-1.5 pb-2">
						<p className="truncate text-sm font-medium">{person.name}</p>
						<p className="truncate text-xs text-ink-muted">{person.email}</p>
						{role && (
							<p className="mt-1 text-xs text-ink-muted">{t("user.role", { role: t(`roles.${role}`) })}</p>
						)}
					</div>
					<MenuSeparator />
					<MenuItem icon={<CircleUser />} render={<Link href="/account" />}>
						{t("user.account")}
					</MenuItem>
					<MenuItem icon={<BookOpen />} render={<Link href="/developers" />}>
						{t("user.documents")}
					</MenuItem>
					<MenuItem icon={<Keyboard />} onClick={() => show("shortcuts")}>
						{tPalette("actions.shortcuts")}
					</MenuItem>
					<MenuSeparator />
					<ThemeChoice />
					<MenuSeparator />
					<MenuItem icon={<LogOut />} onClick={() => signOut.current?.requestSubmit()}>
						{t("user.signOut")}
					</MenuItem>
				</MenuPopup>
			</Menu>
		</>
	);
}

function ThemeChoice() {
	const t = useTranslations("shell.user");
	const { theme, setTheme } = useTheme();
	return (
		<MenuRadioGroup value={theme} onValueChange={setTheme}>
			<MenuGroup>
				<MenuLabel>{t("appearance")}</MenuLabel>
				<MenuRadioItem value="system" icon={<Monitor />}>
					{t("system")}
				</MenuRadioItem>
				<MenuRadioItem value="light" icon={<Sun />}>
					{t("light")}
				</MenuRadioItem>
				<MenuRadioItem value="dark" icon={<Moon />}>
					{t("dark")}
				</MenuRadioItem>
			</MenuGroup>
		</MenuRadioGroup>
	);
}

function useRoleHere(places: readonly HeaderPlace[]) {
	const params = useParams<{ agency?: string; location?: string }>();
	const place = places.find(({ agency }) => agency.slug === params.agency);
	const location = place?.locations.find(({ slug }) => slug === params.location);
	return location?.role ?? place?.role ?? null;
}
