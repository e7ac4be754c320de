type Named = { slug: string };

export const agencyHref = (agency: Named) => `/agencies/${agency.slug}/keys`;

export const locationHref = (agency: Named, location: Named) =>
	`/agencies/${agency.slug}/locations/${location.slug}/keys`;
