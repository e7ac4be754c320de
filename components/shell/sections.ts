import { PERMISSIONS, type Permission, type PersonRole } from "#lib/core/permissions.ts";
import type { Texts } from "#lib/core/texts/texts.ts";
import type { HeaderPlace } from "./console-header.tsx";

type SectionName = keyof Omit<Texts["shell"]["sections"], "label">;
type Section = { path: string; name: SectionName; permission: Permission };

const AGENCY_SECTIONS: readonly Section[] = [
	{ path: "", name: "overview", permission: "agency.view" },
	{ path: "/keys", name: "keys", permission: "agency_key.read" },
	{ path: "/locations", name: "locations", permission: "agency.view" },
	{ path: "/people", name: "people", permission: "agency_member.read" },
	{ path: "/shared-secret", name: "sharedSecret", permission: "shared_secret.use" },
	{ path: "/webhooks", name: "webhooks", permission: "webhook.read" },
	{ path: "/policies", name: "policies", permission: "policy.read" },
	{ path: "/audit", name: "audit", permission: "agency_audit.read" },
	{ path: "/settings", name: "settings", permission: "agency.edit" },
];

const LOCATION_SECTIONS: readonly Section[] = [
	{ path: "", name: "overview", permission: "location.view" },
	{ path: "/keys", name: "keys", permission: "location_key.read" },
	{ path: "/contacts", name: "contacts", permission: "crm.read" },
	{ path: "/workflows", name: "workflows", permission: "crm.read" },
	{ path: "/forms", name: "forms", permission: "crm.read" },
	{ path: "/links", name: "links", permission: "crm.read" },
	{ path: "/people", name: "people", permission: "location_member.read" },
	{ path: "/audit", name: "audit", permission: "location_audit.read" },
];

/** The overview is above all others, and below the list of locations are their views. */
const VIEWS: readonly string[] = ["", "/locations"];

export type SectionLink = {
	href: string;
	name: SectionName;
	/** Addresses below it belong to other sections, or to another view. */
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
		.map(({ path, name }) => ({ href: base + path, name, isWholeAddress: VIEWS.includes(path) }));
}
