"use client";

import { BookOpen, CircleUser, LogOut, Monitor, Moon, Sun } from "lucide-react";
import Link from "next/link";
import { useParams } from "next/navigation";
import { useTheme } from "next-themes";
import { useRef } from "react";
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
import { ROLE_WORDS } from "#lib/core/people/role-words.ts";
import type { HeaderPlace } from "./console-header.tsx";

type UserMenuProps = { person: { name: string; email: string }; places: readonly HeaderPlace[] };

export function UserMenu({ person, places }: UserMenuProps) {
	const signOut = useRef<HTMLFormElement>(null);
	const role = useRoleHere(places);
	return (
		<>
			<form ref={signOut} method="post" action="/api/auth/sign-out" hidden />
			<Menu>
				<MenuTrigger
					aria-label={`Account of ${person.name}`}
					className="flex h-10 shrink-0 items-center gap-2 rounded-md px-1.5 hover:bg-hover data-popup-open:bg-hover any-pointer-coarse:h-11"
				>
					<Avatar name={person.name} />
					<span className="max-w-40 truncate text-sm max-md:hidden">{person.name}</span>
				</MenuTrigger>
				<MenuPopup className="w-64">
					<div className="px-2 pt-1.5 pb-2">
						<p className="truncate text-sm font-medium">{person.name}</p>
						<p className="truncate text-xs text-ink-muted">{person.email}</p>
						{role && <p className="mt-1 text-xs text-ink-muted">Your role here: {role}</p>}
					</div>
					<MenuSeparator />
					<MenuItem icon={<CircleUser />} render={<Link href="/account" />}>
						Account
					</MenuItem>
					<MenuItem icon={<BookOpen />} render={<Link href="/developers" />}>
						Developer documentation
					</MenuItem>
					<MenuSeparator />
					<ThemeChoice />
					<MenuSeparator />
					<MenuItem icon={<LogOut />} onClick={() => signOut.current?.requestSubmit()}>
						Sign out
					</MenuItem>
				</MenuPopup>
			</Menu>
		</>
	);
}

function ThemeChoice() {
	const { theme, setTheme } = useTheme();
	return (
		<MenuRadioGroup value={theme} onValueChange={setTheme}>
			<MenuGroup>
				<MenuLabel>Appearance</MenuLabel>
				<MenuRadioItem value="system" icon={<Monitor />}>
					System
				</MenuRadioItem>
				<MenuRadioItem value="light" icon={<Sun />}>
					Light
				</MenuRadioItem>
				<MenuRadioItem value="dark" icon={<Moon />}>
					Dark
				</MenuRadioItem>
			</MenuGroup>
		</MenuRadioGroup>
	);
}

function useRoleHere(places: readonly HeaderPlace[]) {
	const params = useParams<{ agency?: string; location?: string }>();
	const place = places.find(({ agency }) => agency.slug === params.agency);
	const location = place?.locations.find(({ slug }) => slug === params.location);
	const role = location?.role ?? place?.role;
	return role ? ROLE_WORDS[role] : null;
}
