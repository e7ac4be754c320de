import type { Metadata } from "next";
import { requireLocation } from "#lib/auth/require-context.ts";
import { PERMISSIONS } from "#lib/core/permissions.ts";
import { readBindingPolicy } from "#lib/services/keys/read-binding.ts";
import { KeysPanel } from "../../../keys/_components/keys-panel.tsx";
import { KeysScreen } from "../../../keys/_components/keys-screen.tsx";
import { SuspendedNotice } from "../../../keys/_components/suspended-notice.tsx";
import { isFiltered, loadKeysSearch, toKeyQuery } from "../../../keys/search-params.ts";

export const metadata: Metadata = { title: "API keys" };

export default async function LocationKeysPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/keys">,
) {
	const slugs = await props.params;
	const { ctx, agency, location, role } = await requireLocation(slugs.agency, slugs.location);
	const search = await loadKeysSearch(props.searchParams);
	const policy = await readBindingPolicy(ctx, { level: "LOCATION", locationId: location.id });
	const mayChange = PERMISSIONS["location_key.write"].includes(role);

	return (
		<KeysScreen
			site={{
				place: { agency: agency.slug, location: location.slug },
				level: "LOCATION",
				locationId: location.id,
				locations: [{ id: location.id, name: location.name }],
				policy,
			}}
			mayChange={mayChange}
			text={`The keys of ${location.name}.`}
			notice={location.isSuspended && <SuspendedNotice />}
		>
			<KeysPanel
				ctx={ctx}
				kind="location"
				query={toKeyQuery(search, "LOCATION", location.id)}
				isFiltered={isFiltered(search)}
				mayChange={mayChange}
				locations={[]}
			/>
		</KeysScreen>
	);
}
