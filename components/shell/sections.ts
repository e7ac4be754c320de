import { PERMISSIONS, type Permission, type PersonRole } from "#lib/core/permissions.ts";
import type { HeaderPlace } from "./console-header.tsx";

type Section = { path: string; label: string; permission: Permission };

const AGENCY_SECTIONS: readonly Section[] = [
	{ path: "keys", label: "API keys", permission: "agency_key.read" },
	{ path: "locations", label: "Locations", permission: "agency.view" },
	{ path: "people", label: "People", permission: "agency_member.read" },
	{ path: "shared-secret", label: "API shared secret", permission: "shared_secret.use" },
	{ path: "webhooks", label: "Webhooks", permission: "webhook.read" },
	{ path: "policies", label: "Policies", permission: "policy.read" },
	{ path: "audit", label: "Audit log", permission: "agency_audit.read" },
	{ path: "settings", label: "Settings", permission: "agency.edit" },
];

const LOCATION_SECTIONS: readonly Section[] = [
	{ path: "keys", label: "API keys", permission: "location_key.read" },
	{ path: "contacts", label: "Contacts", permission: "crm.read" },
	{ path: "workflows", label: "Workflows", permission: "crm.read" },
	{ path: "people", label: "People", permission: "location_member.read" },
	{ path: "audit", label: "Audit log", permission: "location_audit.read" },
];

export type SectionLink = {
	href: string;
	label: string;
	/** Addresses below it belong to another view. */
	isWholeAddress: boolean;
};

/** The sections that the person may open in the view that an address names. */
export function sectionsOf(
	places: readonly HeaderPlace[],
	{ agency, location }: { agency?: string; location?: string },
): SectionLink[] {
	const place = places.find((one) => one.agency.slug === agency);
	if (!place) return [];
	const role = location ? place.locations.find(({ slug }) => slug === location)?.role : place.role;
	if (!role) return [];
	const base = location ? `/agencies/${agency}/locations/${location}` : `/agencies/${agency}`;
	return (location ? LOCATION_SECTIONS : AGENCY_SECTIONS)
		.filter(({ permission }) => (PERMISSIONS[permission] as readonly PersonRole[]).includes(role))
		.map(({ path, label }) => ({ href: `${base}/${path}`, label, isWholeAddress: path === "locations" }));
}
