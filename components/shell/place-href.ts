type Named = { slug: string };

/** Where an address is: in the view of an agency or of one of its locations. */
export type PlaceSlugs = { agency: string; location?: string | undefined };

export const agencyHref = (agency: Named) => `/agencies/${agency.slug}`;

export const locationHref = (agency: Named, location: Named) =>
	`/agencies/${agency.slug}/locations/${location.slug}`;

/** The overview of the view that the parts of an address name, or null when they name none. */
export function placeHref({ agency, location }: { agency?: string; location?: string | undefined }) {
	if (!agency) return null;
	return location ? locationHref({ slug: agency }, { slug: location }) : agencyHref({ slug: agency });
}

/** The list of keys at the view that somebody is in. */
export const keysHref = (place: PlaceSlugs) => `${placeHref(place)}/keys`;

/** A key's own page, at the view that somebody is in. */
export const keyHref = (place: PlaceSlugs, keyId: string) => `${keysHref(place)}/${keyId}`;
