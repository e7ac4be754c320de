"use client";

import { Ellipsis, LogIn, Pause, Pencil, Play, Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { locationHref } from "#components/shell/place-href.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Menu, MenuItem, MenuPopup, MenuSeparator, MenuTrigger } from "#components/ui/menu.tsx";
import type { LocationSummary } from "#lib/core/places/location.ts";
import { locationMenuId } from "./focus-targets.ts";
import { useLocationActions } from "./location-actions.tsx";

export function LocationMenu({ agency, location }: { agency: string; location: LocationSummary }) {
	const t = useTranslations("locations");
	const { openDialog, resume } = useLocationActions();
	return (
		<Menu>
			<MenuTrigger
				id={locationMenuId(location.id)}
				aria-label={t("actionsFor", { name: location.name })}
				className={cn(buttonStyle({ look: "quiet", size: "icon" }), "md:-my-1 any-pointer-coarse:size-10")}
			>
				<Ellipsis aria-hidden className="size-4" />
			</MenuTrigger>
			<MenuPopup>
				<MenuItem icon={<LogIn />} render={<Link href={locationHref({ slug: agency }, location)} />}>
					{t("menu.open")}
				</MenuItem>
				<MenuItem icon={<Pencil />} onClick={() => openDialog({ kind: "rename", location })}>
					{t("menu.rename")}
				</MenuItem>
				<MenuSeparator />
				{location.status === "Open" ? (
					<MenuItem grave icon={<Pause />} onClick={() => openDialog({ kind: "suspend", location })}>
						{t("menu.suspend")}
					</MenuItem>
				) : (
					<MenuItem icon={<Play />} onClick={() => resume(location)}>
						{t("menu.resume")}
					</MenuItem>
				)}
				<MenuItem grave icon={<Trash2 />} onClick={() => openDialog({ kind: "delete", location })}>
					{t("menu.delete")}
				</MenuItem>
			</MenuPopup>
		</Menu>
	);
}
