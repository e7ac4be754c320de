type Named = { slug: string };

export const agencyHref = (agency: Named) => `/agencies/${agency.slug}/keys`;

export const locationHref = (agency: Named, location: Named) =>
	`/agencies/${agency.slug}/locations/${location.slug}/keys`;

/** The view that the parts of an address name, or null when they name none. */
export function placeHref({ agency, location }: { agency?: string; location?: string }) {
	if (!agency) return null;
	return location ? locationHref({ slug: agency }, { slug: location }) : agencyHref({ slug: agency });
}

/** A key's own page, at the view that somebody is in. */
export const keyHref = (place: { agency: string; location?: string }, keyId: string) =>
	`${placeHref(place)}/${keyId}`;
