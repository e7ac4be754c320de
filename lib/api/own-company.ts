import { notFound } from "#lib/core/errors.ts";
import type { Caller } from "./route.ts";

/** Refuses a company that is not the key's own agency, as one that does not exist. */
export function requireOwnCompany({ ctx }: Caller, companyId: string | undefined) {
	if (companyId !== undefined && companyId.toLowerCase() !== ctx.agencyId) throw notFound();
}
