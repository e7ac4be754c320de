import { z } from "zod";
import { LocationName } from "#lib/core/places/names.ts";
import { LocationProfile } from "#lib/core/places/profile.ts";

/** What both dialects take of a location besides its name. */
const profile = LocationProfile.shape;

export const LocationFieldsV2 = z.object({ ...profile, name: LocationName });

/** API 1.0 calls the name `businessName` when it is written. */
export const LocationFieldsV1 = z.object({
	...profile,
	businessName: LocationName.optional(),
	name: LocationName.optional(),
});

/** The profile out of an input that has other members too. */
export const profileOf = (input: LocationProfile): LocationProfile => LocationProfile.parse(input);
