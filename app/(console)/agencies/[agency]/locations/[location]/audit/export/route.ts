import { requireLocation } from "#lib/auth/require-context.ts";
import { auditCsv } from "../../../../audit/export/audit-csv.ts";
import { loadAuditSearch, toAuditFilters } from "../../../../audit/search-params.ts";

/** What a location's audit log shows under the filters of the address, as a file. */
export async function GET(
	request: Request,
	{ params }: RouteContext<"/agencies/[agency]/locations/[location]/audit/export">,
) {
	const slugs = await params;
	const { ctx, location } = await requireLocation(slugs.agency, slugs.location);
	const search = loadAuditSearch(request);
	return auditCsv(request, ctx, toAuditFilters(search, location, []), location.slug);
}
