"use client";

import { Ellipsis, ExternalLink, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Menu, MenuItem, MenuPopup, MenuSeparator, MenuTrigger } from "#components/ui/menu.tsx";
import { formPath } from "#lib/core/crm/form-path.ts";
import type { FormsPlace } from "../actions.ts";
import { useDeleteForm } from "./delete-form.tsx";
import { formMenuId, formsHref } from "./places.ts";

type FormMenuProps = { place: FormsPlace; form: { id: string; name: string }; className?: string };

/** What can be done to a form: in its row, and on its page. */
export function FormMenu({ place, form, className }: FormMenuProps) {
	const t = useTranslations("forms");
	const ui = useTranslations("ui");
	const askToDelete = useDeleteForm();
	return (
		<Menu>
			<MenuTrigger
				id={formMenuId(form.id)}
				aria-label={ui("actionsFor", { name: form.name })}
				className={cn(buttonStyle({ look: "quiet", size: "icon" }), "any-pointer-coarse:size-10", className)}
			>
				<Ellipsis aria-hidden className="size-4" />
			</MenuTrigger>
			<MenuPopup>
				<MenuItem icon={<Pencil />} render={<Link href={`${formsHref(place)}/${form.id}/edit`} />}>
					{t("edit")}
				</MenuItem>
				<MenuItem
					icon={<ExternalLink />}
					render={<a href={formPath(form.id)} target="_blank" rel="noreferrer" />}
				>
					{t("openPage")}
				</MenuItem>
				<MenuSeparator />
				<MenuItem grave icon={<Trash2 />} onClick={() => askToDelete(form)}>
					{ui("delete")}
				</MenuItem>
			</MenuPopup>
		</Menu>
	);
}
