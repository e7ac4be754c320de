import { requireAgency } from "#lib/auth/require-context.ts";
import { loadAuditSearch, toAuditFilters } from "../search-params.ts";
import { auditCsv } from "./audit-csv.ts";

/** What the agency's audit log shows under the filters of the address, as a file. */
export async function GET(request: Request, { params }: RouteContext<"/agencies/[agency]/audit/export">) {
	const { ctx, agency, locations } = await requireAgency((await params).agency);
	const search = loadAuditSearch(request);
	return auditCsv(request, ctx, toAuditFilters(search, null, locations), agency.slug);
}
