import { z } from "zod";
import { CompanyAnswer, presentCompany } from "#lib/contracts/v2/companies.ts";
import { readAgency } from "#lib/services/agencies/read.ts";
import { requireOwnCompany } from "../own-company.ts";
import { type Route, route } from "../route.ts";

export const COMPANY_ROUTES_V2: readonly Route[] = [
	route({
		dialect: "v2",
		method: "GET",
		path: "/api/v2/companies/{companyId}",
		operationId: "getCompany",
		tag: "Companies",
		summary: "Get the agency",
		description: "For keys that act on the whole agency.",
		scopes: ["locations.readonly"],
		location: "optional",
		params: z.object({ companyId: z.string() }),
		answers: { 200: CompanyAnswer },
		async handle(caller, { params: { companyId } }) {
			requireOwnCompany(caller, companyId);
			return { status: 200, body: { company: presentCompany(await readAgency(caller.ctx)) } };
		},
	}),
];
