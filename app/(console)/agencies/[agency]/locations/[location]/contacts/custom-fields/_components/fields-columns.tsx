"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import type { features } from "#components/data-table/features.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Menu, MenuItem, MenuPopup, MenuSeparator, MenuTrigger } from "#components/ui/menu.tsx";
import type { CustomFieldSummary } from "#lib/core/crm/custom-fields.ts";
import { useFieldActions } from "./field-actions.tsx";
import { TYPE_WORDS } from "./field-words.ts";
import { fieldMenuId } from "./focus-targets.ts";

const column = createColumnHelper<typeof features, CustomFieldSummary>();

const facts = column.columns([
	column.accessor("name", {
		meta: { label: "Name", card: "title", className: "md:w-[36%]" },
		cell: ({ row: { original } }) => (
			<div className="min-w-0 md:min-w-44">
				<bdi className="font-medium wrap-anywhere">{original.name}</bdi>
				<div className="mt-0.5 font-mono text-xs wrap-anywhere text-ink-muted">{original.fieldKey}</div>
			</div>
		),
	}),
	column.accessor("dataType", {
		meta: { label: "Holds" },
		cell: ({ row: { original } }) => (
			<div className="min-w-0">
				{TYPE_WORDS[original.dataType]}
				{original.options.length > 0 && (
					<div className="mt-0.5 text-xs wrap-anywhere text-ink-muted">
						<bdi>{original.options.join(", ")}</bdi>
					</div>
				)}
			</div>
		),
	}),
	column.accessor("contacts", {
		meta: { label: "Contacts that have it" },
		cell: ({ row }) => <span className="tabular-nums">{row.original.contacts.toLocaleString("en")}</span>,
	}),
]);

const menu = column.display({
	id: "menu",
	meta: { label: "Actions", hideLabel: true, card: "corner", className: "md:w-14" },
	cell: ({ row }) => <FieldMenu field={row.original} />,
});

export const fieldsColumns = (mayChange: boolean) =>
	mayChange ? column.columns([...facts, menu]) : column.columns([...facts]);

function FieldMenu({ field }: { field: CustomFieldSummary }) {
	const { openDialog } = useFieldActions();
	return (
		<Menu>
			<MenuTrigger
				id={fieldMenuId(field.id)}
				aria-label={`Actions for ${field.name}`}
				className={cn(buttonStyle({ look: "quiet", size: "icon" }), "any-pointer-coarse:size-10 md:-my-1")}
			>
				<Ellipsis aria-hidden className="size-4" />
			</MenuTrigger>
			<MenuPopup>
				<MenuItem icon={<Pencil />} onClick={() => openDialog({ kind: "edit", field })}>
					Edit…
				</MenuItem>
				<MenuSeparator />
				<MenuItem grave icon={<Trash2 />} onClick={() => openDialog({ kind: "delete", field })}>
					Delete…
				</MenuItem>
			</MenuPopup>
		</Menu>
	);
}
