"use client";

import { Ellipsis, ExternalLink, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Menu, MenuItem, MenuPopup, MenuSeparator, MenuTrigger } from "#components/ui/menu.tsx";
import { formPath } from "#lib/core/crm/form-fields.ts";
import type { FormsPlace } from "../actions.ts";
import { useDeleteForm } from "./delete-form.tsx";
import { formMenuId, formsHref } from "./places.ts";

type FormMenuProps = { place: FormsPlace; form: { id: string; name: string }; className?: string };

/** What can be done to a form: in its row, and on its page. */
export function FormMenu({ place, form, className }: FormMenuProps) {
	const askToDelete = useDeleteForm();
	return (
		<Menu>
			<MenuTrigger
				id={formMenuId(form.id)}
				aria-label={`Actions for ${form.name}`}
				className={cn(buttonStyle({ look: "quiet", size: "icon" }), "any-pointer-coarse:size-10", className)}
			>
				<Ellipsis aria-hidden className="size-4" />
			</MenuTrigger>
			<MenuPopup>
				<MenuItem icon={<Pencil />} render={<Link href={`${formsHref(place)}/${form.id}/edit`} />}>
					Edit
				</MenuItem>
				<MenuItem
					icon={<ExternalLink />}
					render={<a href={formPath(form.id)} target="_blank" rel="noreferrer" />}
				>
					Open public page
				</MenuItem>
				<MenuSeparator />
				<MenuItem grave icon={<Trash2 />} onClick={() => askToDelete(form)}>
					Delete…
				</MenuItem>
			</MenuPopup>
		</Menu>
	);
}
