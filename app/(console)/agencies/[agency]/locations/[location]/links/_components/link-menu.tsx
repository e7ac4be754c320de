"use client";

import { Ellipsis, ListOrdered, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl/react";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Menu, MenuItem, MenuPopup, MenuSeparator, MenuTrigger } from "#components/ui/menu.tsx";
import type { LinkSummary } from "#lib/core/crm/link-fields.ts";
import { useLinkActions } from "./link-actions.tsx";
import { linkMenuId, linksHref } from "./places.ts";

/** What can be done to a trigger link: in its row, and on its page. */
export function LinkMenu({ link, className }: { link: LinkSummary; className?: string }) {
	const { openDialog, place } = useLinkActions();
	const t = useTranslations("links");
	const ui = useTranslations("ui");
	const log = `${linksHref(place)}/${link.id}`;
	const isOnPage = usePathname() === log;
	return (
		<Menu>
			<MenuTrigger
				id={linkMenuId(link.id)}
				aria-label={ui("actionsFor", { name: link.name })}
				className={cn(buttonStyle({ look: "quiet", size: "icon" }), "any-pointer-coarse:size-10", className)}
			>
				<Ellipsis aria-hidden className="size-4" />
			</MenuTrigger>
			<MenuPopup>
				{!isOnPage && (
					<MenuItem icon={<ListOrdered />} render={<Link href={log} />}>
						{t("showClicks")}
					</MenuItem>
				)}
				<MenuItem icon={<Pencil />} onClick={() => openDialog({ kind: "edit", link })}>
					{ui("edit")}
				</MenuItem>
				<MenuSeparator />
				<MenuItem grave icon={<Trash2 />} onClick={() => openDialog({ kind: "delete", link })}>
					{ui("delete")}
				</MenuItem>
			</MenuPopup>
		</Menu>
	);
}
