import type { HeaderPlace } from "./console-header.tsx";
import { agencyHref, locationHref } from "./place-href.ts";

export type ViewOption = { value: string; label: string; kind: "agency" | "location"; agencyName: string };
export type ViewGroup = { value: string; items: ViewOption[] };

/** What the view switch offers, agency by agency. People of locations alone are never offered the agency. */
export const viewGroups = (places: readonly HeaderPlace[], agencyView: string): ViewGroup[] =>
	places.map(({ agency, role, locations }) => ({
		value: agency.name,
		items: [
			...(role
				? [
						{
							value: agencyHref(agency),
							label: agencyView,
							kind: "agency",
							agencyName: agency.name,
						} as const,
					]
				: []),
			...locations.map(
				(location): ViewOption => ({
					value: locationHref(agency, location),
					label: location.name,
					kind: "location",
					agencyName: agency.name,
				}),
			),
		],
	}));
