import { z } from "zod";
import { Id } from "#lib/core/ids.ts";
import type { LocationProfile } from "#lib/core/places/profile.ts";
import { skipAndLimit } from "../paging.ts";
import { traced } from "./traced.ts";

export const LocationTokenBody = z
	.object({ companyId: z.string(), locationId: Id })
	.meta({ id: "LocationTokenRequest" });

export const LocationToken = traced("LocationToken", {
	access_token: z.string().describe("A key of the location. It is told here and nowhere else."),
	token_type: z.literal("Bearer"),
	expires_in: z.int().describe("Seconds until it ends; earlier when the key that asked for it ends."),
	scope: z.string().describe("What it may do, with spaces between."),
	userType: z.literal("Location"),
	companyId: z.string(),
	locationId: z.string(),
});

export const InstalledQuery = z.object({
	companyId: z.string(),
	query: z.string().max(200).default(""),
	isInstalled: z.enum(["true", "false"]).default("true"),
	...skipAndLimit(20),
});

export const InstalledLocations = traced("InstalledLocations", {
	locations: z.array(
		z.object({
			_id: z.string(),
			name: z.string(),
			address: z.string(),
			isInstalled: z.boolean(),
			installedAt: z.string(),
		}),
	),
	count: z.int().describe("How many match in all."),
	installToFutureLocations: z.boolean().describe("Whether the key acts on locations that are made later."),
});

type LocationFacts = { id: string; name: string; profile: LocationProfile; createdAt: Date };

export const presentInstalled = ({ id, name, profile, createdAt }: LocationFacts) => ({
	_id: id,
	name,
	address: profile.address ?? "",
	isInstalled: true,
	installedAt: createdAt.toISOString(),
});
