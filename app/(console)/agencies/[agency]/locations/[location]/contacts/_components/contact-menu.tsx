"use client";

import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Menu, MenuItem, MenuPopup, MenuSeparator, MenuTrigger } from "#components/ui/menu.tsx";
import type { ContactSummary } from "#lib/core/crm/contacts.ts";
import { useContactActions } from "./contact-actions.tsx";
import { contactMenuId } from "./focus-targets.ts";

export function ContactMenu({ contact, className }: { contact: ContactSummary; className?: string }) {
	const { openDialog } = useContactActions();
	const ui = useTranslations("ui");
	return (
		<Menu>
			<MenuTrigger
				id={contactMenuId(contact.id)}
				aria-label={ui("actionsFor", { name: contact.name })}
				className={cn(buttonStyle({ look: "quiet", size: "icon" }), "any-pointer-coarse:size-10", className)}
			>
				<Ellipsis aria-hidden className="size-4" />
			</MenuTrigger>
			<MenuPopup>
				<MenuItem icon={<Pencil />} onClick={() => openDialog({ kind: "edit", contact })}>
					{ui("edit")}
				</MenuItem>
				<MenuSeparator />
				<MenuItem grave icon={<Trash2 />} onClick={() => openDialog({ kind: "delete", contact })}>
					{ui("delete")}
				</MenuItem>
			</MenuPopup>
		</Menu>
	);
}
