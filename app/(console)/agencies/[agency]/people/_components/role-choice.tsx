"use client";

import { useId } from "react";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { ROLE_WORDS } from "#lib/core/people/role-words.ts";
import { type AgencyRole, type LocationRole, mayGrant, type PersonRole } from "#lib/core/permissions.ts";

const TEXTS: Record<PersonRole, string> = {
	OWNER: "Everything, and says who owns the agency.",
	ADMIN: "Keys, locations, people, policies.",
	MEMBER: "Sees everything, changes nothing.",
	MANAGER: "Keys and people of the location.",
	VIEWER: "Sees the location's keys.",
};

export const AGENCY_ROLES: readonly AgencyRole[] = ["MEMBER", "ADMIN", "OWNER"];
export const LOCATION_ROLES: readonly LocationRole[] = ["VIEWER", "MANAGER"];

type RoleChoiceProps<Role extends PersonRole> = {
	/** The role of whoever chooses: what is above it is not offered. */
	own: PersonRole;
	roles: readonly Role[];
	value: Role;
	onChange: (role: Role) => void;
};

export function RoleChoice<Role extends PersonRole>({ own, roles, value, onChange }: RoleChoiceProps<Role>) {
	const id = useId();
	return (
		<div>
			<h3 id={id} className="text-sm font-medium">
				Role
			</h3>
			<RadioCards
				labelledBy={id}
				value={value}
				onChange={onChange}
				className="mt-1.5"
				cards={roles
					.filter((role) => mayGrant(own, role))
					.map((role) => ({ value: role, title: ROLE_WORDS[role], text: TEXTS[role] }))}
			/>
		</div>
	);
}
