"use client";

import { createColumnHelper } from "@tanstack/react-table";
import type { useTranslations } from "use-intl/react";
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

type T = ReturnType<typeof useTranslations<"audit">>;

const facts = (t: T) =>
	column.columns([
		column.accessor("at", {
			id: "when",
			meta: { label: t("when") },
			cell: ({ row }) => <TimeCell event={row.original} />,
		}),
		column.accessor((event) => event.actor.name, {
			id: "who",
			meta: { label: t("who") },
			cell: ({ row }) => <ActorCell event={row.original} />,
		}),
		column.accessor("action", {
			id: "what",
			meta: { label: t("what"), card: "title" },
			cell: ({ row }) => <ActionCell event={row.original} />,
		}),
		column.accessor((event) => event.subject.name, {
			id: "subject",
			meta: { label: t("subject") },
			cell: ({ row }) => <SubjectCell event={row.original} />,
		}),
	]);

const location = (t: T) =>
	column.accessor("locationName", {
		id: "location",
		meta: { label: t("location") },
		cell: ({ row }) => <LocationCell event={row.original} />,
	});

const rest = (t: T) =>
	column.columns([
		column.accessor("address", {
			meta: { label: t("address") },
			cell: ({ row }) => <AddressCell event={row.original} />,
		}),
		column.display({
			id: "detail",
			meta: { label: t("details"), hideLabel: true, card: "corner", className: "md:w-14" },
			cell: ({ row }) => <DetailCell event={row.original} />,
		}),
	]);

export const agencyColumns = (t: T) => column.columns([...facts(t), location(t), ...rest(t)]);

export const locationColumns = (t: T) => column.columns([...facts(t), ...rest(t)]);
