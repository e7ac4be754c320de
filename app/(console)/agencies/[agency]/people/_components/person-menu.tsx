"use client";

import { Crown, Ellipsis, KeyRound, LogOut, UserCog, UserMinus } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Menu, MenuItem, MenuPopup, MenuSeparator, MenuTrigger } from "#components/ui/menu.tsx";
import type { PersonSummary } from "#lib/core/people/person.ts";
import { rightsAtLocation, rightsInAgency } from "#lib/core/people/rights-over.ts";
import { personMenuId } from "./focus-targets.ts";
import { usePeopleActions } from "./people-actions.tsx";

/** What the viewer may do about a person; nothing where that is nothing. */
export function PersonMenu({ person }: { person: PersonSummary }) {
	const t = useTranslations("people");
	const { site, openDialog } = usePeopleActions();
	const rights = (site.locationId === null ? rightsInAgency : rightsAtLocation)(site.own, person);
	const resetPassword = rights.resetPassword && !site.sendsMail;
	if (!Object.values({ ...rights, resetPassword }).some(Boolean)) return null;
	return (
		<Menu>
			<MenuTrigger
				id={personMenuId(person.id)}
				aria-label={t("actionsFor", { name: person.name })}
				className={cn(buttonStyle({ look: "quiet", size: "icon" }), "md:-my-1 any-pointer-coarse:size-10")}
			>
				<Ellipsis aria-hidden className="size-4" />
			</MenuTrigger>
			<MenuPopup>
				{rights.changeRole && (
					<MenuItem icon={<UserCog />} onClick={() => openDialog({ kind: "changeRole", person })}>
						{t("menu.changeRole")}
					</MenuItem>
				)}
				{rights.handOver && (
					<MenuItem icon={<Crown />} onClick={() => openDialog({ kind: "handOver", person })}>
						{t("menu.handOver")}
					</MenuItem>
				)}
				{resetPassword && (
					<MenuItem icon={<KeyRound />} onClick={() => openDialog({ kind: "resetLink", person })}>
						{t("menu.resetLink")}
					</MenuItem>
				)}
				{(rights.changeRole || rights.handOver || resetPassword) && (rights.remove || rights.leave) && (
					<MenuSeparator />
				)}
				{rights.remove && (
					<MenuItem grave icon={<UserMinus />} onClick={() => openDialog({ kind: "remove", person })}>
						{t("menu.remove")}
					</MenuItem>
				)}
				{rights.leave && (
					<MenuItem grave icon={<LogOut />} onClick={() => openDialog({ kind: "leave", person })}>
						{t("menu.leave")}
					</MenuItem>
				)}
			</MenuPopup>
		</Menu>
	);
}
