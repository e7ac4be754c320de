"use client";

import { createColumnHelper } from "@tanstack/react-table";
import type { features } from "#components/data-table/features.ts";
import type { AuditEntry } from "#lib/services/audit/list.ts";
import {
	ActionCell,
	ActorCell,
	AddressCell,
	DetailCell,
	LocationCell,
	SubjectCell,
	TimeCell,
} from "./audit-cells.tsx";

const column = createColumnHelper<typeof features, AuditEntry>();

const facts = column.columns([
	column.accessor("at", {
		id: "when",
		meta: { label: "When" },
		cell: ({ row }) => <TimeCell event={row.original} />,
	}),
	column.accessor((event) => event.actor.name, {
		id: "who",
		meta: { label: "Who" },
		cell: ({ row }) => <ActorCell event={row.original} />,
	}),
	column.accessor("action", {
		id: "what",
		meta: { label: "What", card: "title" },
		cell: ({ row }) => <ActionCell event={row.original} />,
	}),
	column.accessor((event) => event.subject.name, {
		id: "subject",
		meta: { label: "Subject" },
		cell: ({ row }) => <SubjectCell event={row.original} />,
	}),
]);

const location = column.accessor("locationName", {
	id: "location",
	meta: { label: "Location" },
	cell: ({ row }) => <LocationCell event={row.original} />,
});

const rest = column.columns([
	column.accessor("address", {
		meta: { label: "Address" },
		cell: ({ row }) => <AddressCell event={row.original} />,
	}),
	column.display({
		id: "detail",
		meta: { label: "Details", hideLabel: true, card: "corner", className: "md:w-14" },
		cell: ({ row }) => <DetailCell event={row.original} />,
	}),
]);

export const agencyColumns = column.columns([...facts, location, ...rest]);

export const locationColumns = column.columns([...facts, ...rest]);
