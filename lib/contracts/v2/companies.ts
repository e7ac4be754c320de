import { z } from "zod";
import { traced } from "./traced.ts";

const Company = z
	.object({
		id: z.string(),
		name: z.string(),
		subdomain: z.string(),
		status: z.literal("active"),
		locationCount: z.int(),
		dateAdded: z.string(),
	})
	.meta({ id: "Company" });

export const CompanyAnswer = traced("CompanyAnswer", { company: Company });

type AgencyFacts = { id: string; name: string; slug: string; locations: number; createdAt: Date };

export const presentCompany = ({ id, name, slug, locations, createdAt }: AgencyFacts) => ({
	id,
	name,
	subdomain: slug,
	status: "active" as const,
	locationCount: locations,
	dateAdded: createdAt.toISOString(),
});
