"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { ShieldCheck, ShieldOff } from "lucide-react";
import { useTranslations } from "use-intl/react";
import type { features } from "#components/data-table/features.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { PersonSummary } from "#lib/core/people/person.ts";
import { PersonMenu } from "./person-menu.tsx";

const column = createColumnHelper<typeof features, PersonSummary>();

type T = ReturnType<typeof useTranslations<"people">>;

type CellProps = { person: PersonSummary };

function PersonCell({ person: { name, email, isYou } }: CellProps) {
	const t = useTranslations("people");
	return (
		<div className="min-w-0 md:max-w-80 md:min-w-44">
			<div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
				<bdi className="font-medium wrap-anywhere text-ink">{name}</bdi>
				{isYou && <Badge tone="plain">{t("you")}</Badge>}
			</div>
			<bdi className="mt-0.5 block text-xs wrap-anywhere text-ink-muted">{email}</bdi>
		</div>
	);
}

function AgencyRoleCell({ person: { agencyRole } }: CellProps) {
	const [t, shell] = [useTranslations("people"), useTranslations("shell.roles")];
	return agencyRole ? shell(agencyRole) : <span className="text-ink-muted">{t("none")}</span>;
}

function LocationsCell({ person: { name, agencyRole, locationRoles } }: CellProps) {
	const t = useTranslations("people");
	const [only] = locationRoles;
	if (agencyRole && !only) return <span className="whitespace-nowrap">{t("allLocations")}</span>;
	if (!only) return <span className="text-ink-muted">{t("none")}</span>;
	if (locationRoles.length === 1 && !agencyRole) return <LocationRole location={only} />;
	return (
		<Popover
			trigger={agencyRole ? t("allLocations") : t("someLocations", { count: locationRoles.length })}
			title={t("rolesOf", { name })}
		>
			<ul className="space-y-1">
				{locationRoles.map((location) => (
					<li key={location.id}>
						<LocationRole location={location} />
					</li>
				))}
			</ul>
		</Popover>
	);
}

function LocationRole({ location }: { location: PersonSummary["locationRoles"][number] }) {
	const t = useTranslations("shell.roles");
	return (
		<span className="wrap-anywhere">
			<bdi>{location.name}</bdi> <span className="text-ink-muted">({t(location.role)})</span>
		</span>
	);
}

/** At a location: the role there, and for agency people the one that brings them here. */
function RoleHereCell({ person: { agencyRole, locationRoles } }: CellProps) {
	const t = useTranslations("people");
	const shell = useTranslations("shell.roles");
	const here = locationRoles[0]?.role;
	return (
		<span className="flex flex-wrap items-center gap-x-2 gap-y-1">
			{here && shell(here)}
			{agencyRole && <Badge tone="plain">{t("agencyRole", { role: agencyRole })}</Badge>}
		</span>
	);
}

function SecondFactorCell({ person: { hasSecondFactor } }: CellProps) {
	const t = useTranslations("people");
	return hasSecondFactor ? (
		<Badge tone="good" icon={<ShieldCheck aria-hidden />}>
			{t("on")}
		</Badge>
	) : (
		<Badge tone="plain" icon={<ShieldOff aria-hidden />}>
			{t("off")}
		</Badge>
	);
}

const person = (t: T) =>
	column.accessor("name", {
		meta: { label: t("person"), card: "title", className: "md:w-[32%]" },
		cell: ({ row }) => <PersonCell person={row.original} />,
	});

const rest = (t: T) =>
	column.columns([
		column.accessor("hasSecondFactor", {
			id: "secondFactor",
			meta: { label: t("secondFactor") },
			cell: ({ row }) => <SecondFactorCell person={row.original} />,
		}),
		column.accessor("lastSeenAt", {
			id: "lastSeen",
			meta: { label: t("lastSeen") },
			cell: ({ row }) => (
				<span className="whitespace-nowrap">
					<RelativeTime value={row.original.lastSeenAt} empty={t("notLately")} />
				</span>
			),
		}),
		column.display({
			id: "menu",
			meta: { label: t("actions"), hideLabel: true, card: "corner", className: "md:w-14" },
			cell: ({ row }) => <PersonMenu person={row.original} />,
		}),
	]);

export const agencyColumns = (t: T) =>
	column.columns([
		person(t),
		column.accessor("agencyRole", {
			id: "role",
			meta: { label: t("roleInAgency") },
			cell: ({ row }) => <AgencyRoleCell person={row.original} />,
		}),
		column.accessor("locationRoles", {
			id: "locations",
			meta: { label: t("locations") },
			cell: ({ row }) => <LocationsCell person={row.original} />,
		}),
		...rest(t),
	]);

export const locationColumns = (t: T) =>
	column.columns([
		person(t),
		column.accessor("locationRoles", {
			id: "role",
			meta: { label: t("role") },
			cell: ({ row }) => <RoleHereCell person={row.original} />,
		}),
		...rest(t),
	]);
