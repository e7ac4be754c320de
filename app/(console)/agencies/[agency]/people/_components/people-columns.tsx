"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { ShieldCheck, ShieldOff } from "lucide-react";
import type { features } from "#components/data-table/features.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { PersonSummary } from "#lib/core/people/person.ts";
import { ROLE_WORDS } from "#lib/core/people/role-words.ts";
import { PersonMenu } from "./person-menu.tsx";

const column = createColumnHelper<typeof features, PersonSummary>();

type CellProps = { person: PersonSummary };

const PersonCell = ({ person: { name, email, isYou } }: CellProps) => (
	<div className="min-w-0 md:max-w-80 md:min-w-44">
		<div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
			<bdi className="font-medium wrap-anywhere text-ink">{name}</bdi>
			{isYou && <Badge tone="plain">You</Badge>}
		</div>
		<bdi className="mt-0.5 block text-xs wrap-anywhere text-ink-muted">{email}</bdi>
	</div>
);

const AgencyRoleCell = ({ person: { agencyRole } }: CellProps) =>
	agencyRole ? ROLE_WORDS[agencyRole] : <span className="text-ink-muted">None</span>;

function LocationsCell({ person: { name, agencyRole, locationRoles } }: CellProps) {
	const [only] = locationRoles;
	if (agencyRole && !only) return <span className="whitespace-nowrap">All locations</span>;
	if (!only) return <span className="text-ink-muted">None</span>;
	if (locationRoles.length === 1 && !agencyRole) return <LocationRole location={only} />;
	return (
		<Popover
			trigger={agencyRole ? "All locations" : `${locationRoles.length} locations`}
			title={`Roles of ${name} at locations`}
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

const LocationRole = ({ location }: { location: PersonSummary["locationRoles"][number] }) => (
	<span className="wrap-anywhere">
		<bdi>{location.name}</bdi> <span className="text-ink-muted">({ROLE_WORDS[location.role]})</span>
	</span>
);

/** At a location: the role there, and for agency people the one that brings them here. */
function RoleHereCell({ person: { agencyRole, locationRoles } }: CellProps) {
	const here = locationRoles[0]?.role;
	return (
		<span className="flex flex-wrap items-center gap-x-2 gap-y-1">
			{here && ROLE_WORDS[here]}
			{agencyRole && <Badge tone="plain">Agency {ROLE_WORDS[agencyRole].toLowerCase()}</Badge>}
		</span>
	);
}

const SecondFactorCell = ({ person: { hasSecondFactor } }: CellProps) =>
	hasSecondFactor ? (
		<Badge tone="good" icon={<ShieldCheck aria-hidden />}>
			On
		</Badge>
	) : (
		<Badge tone="plain" icon={<ShieldOff aria-hidden />}>
			Off
		</Badge>
	);

const person = column.accessor("name", {
	meta: { label: "Person", card: "title", className: "md:w-[32%]" },
	cell: ({ row }) => <PersonCell person={row.original} />,
});

const rest = column.columns([
	column.accessor("hasSecondFactor", {
		id: "secondFactor",
		meta: { label: "Second factor" },
		cell: ({ row }) => <SecondFactorCell person={row.original} />,
	}),
	column.accessor("lastSeenAt", {
		id: "lastSeen",
		meta: { label: "Last seen" },
		cell: ({ row }) => (
			<span className="whitespace-nowrap">
				<RelativeTime value={row.original.lastSeenAt} empty="Not lately" />
			</span>
		),
	}),
	column.display({
		id: "menu",
		meta: { label: "Actions", hideLabel: true, card: "corner", className: "md:w-14" },
		cell: ({ row }) => <PersonMenu person={row.original} />,
	}),
]);

export const agencyColumns = column.columns([
	person,
	column.accessor("agencyRole", {
		id: "role",
		meta: { label: "Role in the agency" },
		cell: ({ row }) => <AgencyRoleCell person={row.original} />,
	}),
	column.accessor("locationRoles", {
		id: "locations",
		meta: { label: "Locations" },
		cell: ({ row }) => <LocationsCell person={row.original} />,
	}),
	...rest,
]);

export const locationColumns = column.columns([
	person,
	column.accessor("locationRoles", {
		id: "role",
		meta: { label: "Role" },
		cell: ({ row }) => <RoleHereCell person={row.original} />,
	}),
	...rest,
]);
