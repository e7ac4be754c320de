"use client";

import { createColumnHelper, type TableOptions } from "@tanstack/react-table";
import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl/react";
import type { ColumnMeta, features } from "#components/data-table/features.ts";
import { SelectCell, SelectHead } from "#components/data-table/selection.tsx";
import type { KeySummary } from "#lib/core/keys/key.ts";
import {
	CreatedByCell,
	CreatedCell,
	LastUsedCell,
	LocationsCell,
	RoleCell,
	ScopesCell,
	SecretCell,
	StatusCell,
	TitleCell,
} from "./key-cells.tsx";
import { KeyMenu } from "./key-menu.tsx";
import { MOVABLE_COLUMNS, type MovableColumn, type TableSettings } from "./table-settings.ts";

const column = createColumnHelper<typeof features, KeySummary>();

const select = column.display({
	id: "select",
	meta: { label: "", head: SelectHead, card: "beside", className: "md:w-9 md:pe-0" },
	cell: ({ row }) => <SelectCell id={row.id} name={row.original.title} />,
});

/** The database sorts by it, so that the table needs no value of its own. */
const sorted = (id: string, Cell: (props: { apiKey: KeySummary }) => ReactNode, sortDescFirst = false) =>
	column.accessor((key): unknown => key, {
		id,
		sortDescFirst,
		cell: ({ row }) => <Cell apiKey={row.original} />,
	});

const title = {
	...sorted("title", TitleCell),
	meta: { label: "", card: "title", className: "md:w-[22%] max-md:pe-24" } as const,
};

const facts = {
	location: sorted("location", LocationsCell),
	role: sorted("role", RoleCell),
	scopes: sorted("scopes", ScopesCell),
	status: sorted("status", StatusCell),
	key: sorted("key", SecretCell),
	lastUsed: sorted("lastUsed", LastUsedCell, true),
	created: sorted("created", CreatedCell, true),
	createdBy: sorted("createdBy", CreatedByCell),
} satisfies Record<MovableColumn, unknown>;

const menu = column.display({
	id: "menu",
	meta: {
		label: "",
		hideLabel: true,
		card: "corner",
		className: "md:sticky md:end-0 md:w-14 md:bg-surface md:group-hover/row:bg-sunken md:[thead_&]:bg-sunken",
	},
	cell: ({ row }) => <KeyMenu apiKey={row.original} />,
});

/** What the table shows: the agency's own keys, the keys of its locations, or those of the one location we are in. */
export type KeysKind = "agency" | "locations" | "location";

/** Names the columns that can be hidden and moved, as they stand when nobody changed it. */
export const columnsOfKind = (kind: KeysKind) =>
	MOVABLE_COLUMNS.filter((name) => name !== "location" || kind !== "location");

/** What the column of a name is called in a kind of list. */
export const columnText = (kind: KeysKind, name: MovableColumn | "title") =>
	name === "location" && kind === "agency" ? ("columns.locations" as const) : (`columns.${name}` as const);

type Columns = TableOptions<typeof features, KeySummary>["columns"];

/** The columns that somebody wants to see, in their order and by the names of their language. */
export function useKeysColumns(kind: KeysKind, { columns }: TableSettings, mayChange: boolean): Columns {
	const t = useTranslations("keys");
	return useMemo(() => {
		const offered = columnsOfKind(kind);
		const shown = columns.filter(({ name, isShown }) => isShown && offered.includes(name));
		return [
			...(mayChange ? [named(select, t("columns.select"))] : []),
			named(title, t("columns.title")),
			...shown.map(({ name }) => named(facts[name], t(columnText(kind, name)))),
			...(mayChange ? [named(menu, t("columns.menu"))] : []),
		];
	}, [t, kind, columns, mayChange]);
}

const named = <Column extends { meta?: ColumnMeta }>(one: Column, label: string) => ({
	...one,
	meta: { ...one.meta, label },
});
