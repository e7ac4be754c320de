import "server-only";
import { PLACEHOLDERS, type Values } from "#components/samples/example.ts";
import { findViewer } from "#lib/auth/require-context.ts";
import { env } from "#lib/config/env.ts";

/** What the examples hold for whoever looks: their own ids when they are signed in. Never anything secret. */
export async function readValues() {
	const place = (await findViewer())?.places[0];
	const location = place?.locations[0];
	const values: Values = {
		...PLACEHOLDERS,
		origin: env().APP_ORIGIN,
		...(place && { agencyId: place.agency.id }),
		...(location && { locationId: location.id }),
	};
	return { values, place: place ? { agency: place.agency.name, location: location?.name ?? null } : null };
}
