"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl/react";
import type { features } from "#components/data-table/features.ts";
import type { Translator } from "#components/texts/translator.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Count } from "#components/ui/count.tsx";
import { Menu, MenuItem, MenuPopup, MenuSeparator, MenuTrigger } from "#components/ui/menu.tsx";
import type { CustomFieldSummary } from "#lib/core/crm/custom-fields.ts";
import { useFieldActions } from "./field-actions.tsx";
import { fieldMenuId } from "./focus-targets.ts";

const column = createColumnHelper<typeof features, CustomFieldSummary>();

const facts = (t: Translator<"contacts">) =>
	column.columns([
		column.accessor("name", {
			meta: { label: t("name"), card: "title", className: "md:w-[36%]" },
			cell: ({ row: { original } }) => (
				<div className="min-w-0 md:min-w-44">
					<bdi className="font-medium wrap-anywhere">{original.name}</bdi>
					<div className="mt-0.5 font-mono text-xs wrap-anywhere text-ink-muted">{original.fieldKey}</div>
				</div>
			),
		}),
		column.accessor("dataType", {
			meta: { label: t("fields.holds") },
			cell: ({ row: { original } }) => (
				<div className="min-w-0">
					{t(`fields.types.${original.dataType}`)}
					{original.options.length > 0 && (
						<div className="mt-0.5 text-xs wrap-anywhere text-ink-muted">
							<bdi>{original.options.join(", ")}</bdi>
						</div>
					)}
				</div>
			),
		}),
		column.accessor("contacts", {
			meta: { label: t("fields.contacts") },
			cell: ({ row }) => <Count value={row.original.contacts} />,
		}),
	]);

const menu = (label: string) =>
	column.display({
		id: "menu",
		meta: { label, hideLabel: true, card: "corner", className: "md:w-14" },
		cell: ({ row }) => <FieldMenu field={row.original} />,
	});

export function useFieldsColumns(mayChange: boolean) {
	const t = useTranslations("contacts");
	const ui = useTranslations("ui");
	return mayChange ? column.columns([...facts(t), menu(ui("actions"))]) : column.columns([...facts(t)]);
}

function FieldMenu({ field }: { field: CustomFieldSummary }) {
	const { openDialog } = useFieldActions();
	const ui = useTranslations("ui");
	return (
		<Menu>
			<MenuTrigger
				id={fieldMenuId(field.id)}
				aria-label={ui("actionsFor", { name: field.name })}
				className={cn(buttonStyle({ look: "quiet", size: "icon" }), "any-pointer-coarse:size-10 md:-my-1")}
			>
				<Ellipsis aria-hidden className="size-4" />
			</MenuTrigger>
			<MenuPopup>
				<MenuItem icon={<Pencil />} onClick={() => openDialog({ kind: "edit", field })}>
					{ui("edit")}
				</MenuItem>
				<MenuSeparator />
				<MenuItem grave icon={<Trash2 />} onClick={() => openDialog({ kind: "delete", field })}>
					{ui("delete")}
				</MenuItem>
			</MenuPopup>
		</Menu>
	);
}
