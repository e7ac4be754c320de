"use client";

import { createColumnHelper } from "@tanstack/react-table";
import Link from "next/link";
import { useTranslations } from "use-intl/react";
import type { features } from "#components/data-table/features.ts";
import type { Translator } from "#components/texts/translator.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Count } from "#components/ui/count.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { LinkSummary } from "#lib/core/crm/link-fields.ts";
import { linkPath } from "#lib/core/crm/link-path.ts";
import { useLinkActions } from "./link-actions.tsx";
import { LinkMenu } from "./link-menu.tsx";
import { linksHref } from "./places.ts";

const column = createColumnHelper<typeof features, LinkSummary>();

const facts = (t: Translator<"links">) =>
	column.columns([
		column.accessor("name", {
			meta: { label: t("name"), card: "title", className: "md:w-[36%]" },
			cell: ({ row }) => <NameCell link={row.original} />,
		}),
		column.accessor("slug", {
			id: "address",
			meta: { label: t("address"), className: "max-md:col-span-2" },
			cell: ({ row }) => <AddressCell link={row.original} />,
		}),
		column.accessor("clicks", {
			meta: { label: t("clicks") },
			cell: ({ row }) => <Count value={row.original.clicks} />,
		}),
		column.accessor("createdAt", {
			id: "created",
			meta: { label: t("created") },
			cell: ({ row }) => (
				<span className="whitespace-nowrap">
					<RelativeTime value={row.original.createdAt} />
				</span>
			),
		}),
	]);

const menu = (actions: string) =>
	column.display({
		id: "menu",
		meta: {
			label: actions,
			hideLabel: true,
			card: "corner",
			className:
				"md:sticky md:end-0 md:w-14 md:bg-surface md:group-hover/row:bg-sunken md:[thead_&]:bg-sunken",
		},
		cell: ({ row }) => <LinkMenu link={row.original} className="md:-my-1" />,
	});

export function useLinksColumns(mayChange: boolean) {
	const t = useTranslations("links");
	const ui = useTranslations("ui");
	return mayChange ? column.columns([...facts(t), menu(ui("actions"))]) : column.columns([...facts(t)]);
}

function NameCell({ link }: { link: LinkSummary }) {
	const { place } = useLinkActions();
	return (
		<div className="min-w-0 md:min-w-44">
			<Link
				href={`${linksHref(place)}/${link.id}`}
				className="font-medium wrap-anywhere text-ink underline-offset-4 hover:underline"
			>
				<bdi>{link.name}</bdi>
			</Link>
			<div className="mt-0.5 line-clamp-2 text-xs wrap-anywhere text-ink-muted">
				<bdi>{link.redirectTo}</bdi>
			</div>
		</div>
	);
}

function AddressCell({ link }: { link: LinkSummary }) {
	const { addressOf } = useLinkActions();
	const t = useTranslations("links");
	return (
		<div className="flex items-center gap-2 whitespace-nowrap md:-my-1">
			<code className="font-mono text-xs">{linkPath(link.slug)}</code>
			<CopyButton
				text={addressOf(link)}
				what={t("addressOf", { name: link.name })}
				size="small"
				look="quiet"
			/>
		</div>
	);
}
