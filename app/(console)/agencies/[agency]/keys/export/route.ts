import { requireAgency } from "#lib/auth/require-context.ts";
import { agencyKeyQuery, loadKeysSearch } from "../keys-query.ts";
import { keysCsv } from "./keys-csv.ts";

/** What the agency's list of keys shows under the filters of the address, as a file. */
export async function GET(request: Request, { params }: RouteContext<"/agencies/[agency]/keys/export">) {
	const { ctx, agency, locations } = await requireAgency((await params).agency);
	return keysCsv(request, ctx, agencyKeyQuery(loadKeysSearch(request), locations), agency.slug);
}
