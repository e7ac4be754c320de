import type { Metadata } from "next";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { requireAgency } from "#lib/auth/require-context.ts";
import { PERMISSIONS } from "#lib/core/permissions.ts";
import { countKeys } from "#lib/services/keys/count.ts";
import { readBindingPolicy } from "#lib/services/keys/read-binding.ts";
import { KeysPanel } from "./_components/keys-panel.tsx";
import { KeysScreen } from "./_components/keys-screen.tsx";
import { isFiltered, loadKeysSearch, toKeyQuery } from "./search-params.ts";

export const metadata: Metadata = { title: "API keys" };

export default async function AgencyKeysPage(props: PageProps<"/agencies/[agency]/keys">) {
	const { agency: slug } = await props.params;
	const { ctx, agency, role, locations } = await requireAgency(slug);
	const { tab, ...search } = await loadKeysSearch(props.searchParams);

	const level = tab === "agency" ? "AGENCY" : "LOCATION";
	const mayChange = PERMISSIONS[tab === "agency" ? "agency_key.write" : "location_key.write"].includes(role);
	const location = tab === "location" ? locations.find((one) => one.slug === search.location) : undefined;
	const [counts, policy] = await Promise.all([
		countKeys(ctx),
		readBindingPolicy(ctx, { level, locationId: null }),
	]);

	return (
		<KeysScreen
			site={{
				place: { agency: agency.slug },
				level,
				locationId: null,
				locations: mayChange ? locations.map(({ id, name }) => ({ id, name })) : [],
				policy,
			}}
			mayChange={mayChange}
			text={`The keys of ${agency.name} and of its locations.`}
			tabs={
				<LinkTabs
					label="Levels of keys"
					tabs={[
						{
							href: `/agencies/${slug}/keys`,
							label: "Agency keys",
							count: counts.agency,
							current: level === "AGENCY",
						},
						{
							href: `/agencies/${slug}/keys?tab=location`,
							label: "Location keys",
							count: counts.location,
							current: level === "LOCATION",
						},
					]}
				/>
			}
		>
			<KeysPanel
				ctx={ctx}
				kind={tab === "agency" ? "agency" : "locations"}
				query={toKeyQuery(search, level, location?.id)}
				isFiltered={isFiltered(search)}
				mayChange={mayChange}
				locations={locations}
			/>
		</KeysScreen>
	);
}
