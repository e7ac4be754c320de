"use client";

import { createColumnHelper } from "@tanstack/react-table";
import type { features } from "#components/data-table/features.ts";
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

const column = createColumnHelper<typeof features, KeySummary>();

const title = column.accessor("title", {
	meta: { label: "Title", card: "title", className: "md:w-[22%]" },
	cell: ({ row }) => <TitleCell apiKey={row.original} />,
});

const location = (label: string) =>
	column.accessor((key) => key.location?.name ?? "", {
		id: "location",
		meta: { label },
		cell: ({ row }) => <LocationsCell apiKey={row.original} />,
	});

const facts = column.columns([
	column.accessor("role", {
		meta: { label: "Role" },
		cell: ({ row }) => <RoleCell apiKey={row.original} />,
	}),
	column.accessor("scopes", {
		meta: { label: "Access scope" },
		cell: ({ row }) => <ScopesCell apiKey={row.original} />,
	}),
	column.accessor("status", {
		meta: { label: "Status" },
		cell: ({ row }) => <StatusCell apiKey={row.original} />,
	}),
	column.accessor("masked", {
		id: "key",
		meta: { label: "Key" },
		cell: ({ row }) => <SecretCell apiKey={row.original} />,
	}),
	column.accessor("lastUsedAt", {
		id: "lastUsed",
		sortDescFirst: true,
		meta: { label: "Last used" },
		cell: ({ row }) => <LastUsedCell apiKey={row.original} />,
	}),
	column.accessor("createdAt", {
		id: "created",
		sortDescFirst: true,
		meta: { label: "Created" },
		cell: ({ row }) => <CreatedCell apiKey={row.original} />,
	}),
	column.accessor("createdByName", {
		id: "createdBy",
		meta: { label: "Created by" },
		cell: ({ row }) => <CreatedByCell apiKey={row.original} />,
	}),
]);

const menu = column.display({
	id: "menu",
	meta: {
		label: "Actions",
		hideLabel: true,
		card: "corner",
		className:
			"md:sticky md:right-0 md:w-14 md:bg-surface md:group-hover/row:bg-sunken md:[thead_&]:bg-sunken",
	},
	cell: ({ row }) => <KeyMenu apiKey={row.original} />,
});

/** What the table shows: the agency's own keys, the keys of its locations, or those of the one location we are in. */
export type KeysKind = "agency" | "locations" | "location";

const shown = {
	agency: column.columns([title, location("Locations"), ...facts]),
	locations: column.columns([title, location("Location"), ...facts]),
	location: column.columns([title, ...facts]),
};

const withMenu = {
	agency: column.columns([...shown.agency, menu]),
	locations: column.columns([...shown.locations, menu]),
	location: column.columns([...shown.location, menu]),
};

export const keysColumns = (kind: KeysKind, mayChange: boolean) => (mayChange ? withMenu : shown)[kind];

export const SORT_LABELS = {
	title: "Title",
	location: "Location",
	role: "Role",
	scopes: "Access scope",
	status: "Status",
	key: "Key",
	lastUsed: "Last used",
	created: "Created",
	createdBy: "Created by",
} as const;
