import { requireLocation } from "#lib/auth/require-context.ts";
import { keysCsv } from "../../../../keys/export/keys-csv.ts";
import { loadKeysSearch, toKeyQuery } from "../../../../keys/keys-query.ts";

/** What a location's list of keys shows under the filters of the address, as a file. */
export async function GET(
	request: Request,
	{ params }: RouteContext<"/agencies/[agency]/locations/[location]/keys/export">,
) {
	const slugs = await params;
	const { ctx, location } = await requireLocation(slugs.agency, slugs.location);
	return keysCsv(request, ctx, toKeyQuery(loadKeysSearch(request), "LOCATION", location.id), location.slug);
}
