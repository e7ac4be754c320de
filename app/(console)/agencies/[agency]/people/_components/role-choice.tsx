"use client";

import { useId } from "react";
import { useTranslations } from "use-intl/react";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { type AgencyRole, type LocationRole, mayGrant, type PersonRole } from "#lib/core/permissions.ts";

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
	const [t, shell] = [useTranslations("people"), useTranslations("shell.roles")];
	const wordsOf = (role: PersonRole) => ({ title: shell(role), text: t(`roleTexts.${role}`) });
	const id = useId();
	return (
		<div>
			<h3 id={id} className="text-sm font-medium">
				{t("role")}
			</h3>
			<RadioCards
				labelledBy={id}
				value={value}
				onChange={onChange}
				className="mt-1.5"
				cards={roles.filter((role) => mayGrant(own, role)).map((role) => ({ value: role, ...wordsOf(role) }))}
			/>
		</div>
	);
}
