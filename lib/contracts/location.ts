import { z } from "zod";
import type { LocationProfile } from "#lib/core/places/profile.ts";

const Texts = {
	email: z.string().optional(),
	phone: z.string().optional(),
	website: z.string().optional(),
	timezone: z.string().optional(),
	address: z.string().optional(),
	city: z.string().optional(),
	state: z.string().optional(),
	country: z.string().optional(),
	postalCode: z.string().optional(),
	firstName: z.string().optional(),
	lastName: z.string().optional(),
};

/** A location as both dialects show it. */
export const locationShape = {
	id: z.string(),
	companyId: z.string().describe("The agency's id."),
	name: z.string(),
	...Texts,
	business: z.object({
		name: z.string(),
		address: z.string().optional(),
		city: z.string().optional(),
		state: z.string().optional(),
		country: z.string().optional(),
		postalCode: z.string().optional(),
		website: z.string().optional(),
		timezone: z.string().optional(),
	}),
	social: z.record(z.string(), z.string()),
	settings: z.record(z.string(), z.boolean()),
	dateAdded: z.string().describe("When it was made, ISO 8601 in UTC."),
};

type LocationFacts = {
	id: string;
	agencyId: string;
	name: string;
	profile: LocationProfile;
	createdAt: Date;
};

export function presentLocation({ id, agencyId, name, profile, createdAt }: LocationFacts) {
	const { address, city, state, country, postalCode, website, timezone } = profile;
	return {
		id,
		companyId: agencyId,
		name,
		...profile,
		business: { name, address, city, state, country, postalCode, website, timezone },
		social: profile.social ?? {},
		settings: profile.settings ?? {},
		dateAdded: createdAt.toISOString(),
	};
}
