"use client";

import { createColumnHelper } from "@tanstack/react-table";
import Link from "next/link";
import { useTranslations } from "use-intl/react";
import type { features } from "#components/data-table/features.ts";
import type { Translator } from "#components/texts/translator.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ContactSummary } from "#lib/core/crm/contacts.ts";
import type { ContactSite } from "./contact-actions.tsx";
import { ContactMenu } from "./contact-menu.tsx";
import { contactsHref } from "./contacts-href.ts";
import { TagList } from "./tag-list.tsx";

const column = createColumnHelper<typeof features, ContactSummary>();

const name = (place: ContactSite["place"], label: string) =>
	column.accessor("name", {
		meta: { label, card: "title", className: "md:w-[28%]" },
		cell: ({ row: { original } }) => (
			<div className="min-w-0 md:min-w-44">
				<Link
					href={`${contactsHref(place)}/${original.id}`}
					className="font-medium wrap-anywhere text-ink underline-offset-4 hover:underline"
				>
					<bdi>{original.name}</bdi>
				</Link>
				{original.companyName && original.companyName !== original.name && (
					<div className="mt-0.5 text-xs wrap-anywhere text-ink-muted">
						<bdi>{original.companyName}</bdi>
					</div>
				)}
			</div>
		),
	});

const facts = (t: Translator<"contacts">, words: Translator<"contactFields">) =>
	column.columns([
		column.accessor("email", {
			meta: { label: words("email") },
			cell: ({ row }) => <Text className="wrap-anywhere md:min-w-52">{row.original.email}</Text>,
		}),
		column.accessor("phone", {
			enableSorting: false,
			meta: { label: words("phone") },
			cell: ({ row }) => <Text className="whitespace-nowrap">{row.original.phone}</Text>,
		}),
		column.accessor("tags", {
			enableSorting: false,
			meta: { label: t("tags") },
			cell: ({ row }) => <TagList tags={row.original.tags} />,
		}),
		column.accessor("createdAt", {
			id: "created",
			sortDescFirst: true,
			meta: { label: t("added") },
			cell: ({ row }) => (
				<span className="whitespace-nowrap">
					<RelativeTime value={row.original.createdAt} />
				</span>
			),
		}),
	]);

const menu = (label: string) =>
	column.display({
		id: "menu",
		meta: {
			label,
			hideLabel: true,
			card: "corner",
			className:
				"md:sticky md:end-0 md:w-14 md:bg-surface md:group-hover/row:bg-sunken md:[thead_&]:bg-sunken",
		},
		cell: ({ row }) => <ContactMenu contact={row.original} className="md:-my-1" />,
	});

export function useContactsColumns({ place, mayChange }: ContactSite) {
	const t = useTranslations("contacts");
	const words = useTranslations("contactFields");
	const ui = useTranslations("ui");
	const all = [name(place, t("name")), ...facts(t, words)];
	return mayChange ? column.columns([...all, menu(ui("actions"))]) : column.columns(all);
}

function Text({ children, className }: { children: string | null; className: string }) {
	const ui = useTranslations("ui");
	return children === null ? (
		<span className="text-ink-muted">{ui("none")}</span>
	) : (
		<div className={className}>
			<bdi>{children}</bdi>
		</div>
	);
}
