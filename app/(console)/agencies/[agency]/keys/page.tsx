import type { Metadata } from "next";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { requireAgency } from "#lib/auth/require-context.ts";
import { PERMISSIONS } from "#lib/core/permissions.ts";
import { countKeys } from "#lib/services/keys/count.ts";
import { listLabels } from "#lib/services/keys/list-labels.ts";
import { readBindingPolicy } from "#lib/services/keys/read-binding.ts";
import { KeysPanel } from "./_components/keys-panel.tsx";
import { KeysScreen } from "./_components/keys-screen.tsx";
import { agencyKeyQuery, loadKeysSearch } from "./keys-query.ts";
import { isFiltered } from "./search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("keyPages");
	return { title: t("list.title") };
}

export default async function AgencyKeysPage(props: PageProps<"/agencies/[agency]/keys">) {
	const { agency: slug } = await props.params;
	const { ctx, agency, role, locations } = await requireAgency(slug);
	const search = await loadKeysSearch(props.searchParams);
	const { tab } = search;

	const level = tab === "agency" ? "AGENCY" : "LOCATION";
	const mayChange = PERMISSIONS[tab === "agency" ? "agency_key.write" : "location_key.write"].includes(role);
	const query = agencyKeyQuery(search, locations);
	const [counts, labels, policy] = await Promise.all([
		countKeys(ctx),
		listLabels(ctx, query),
		readBindingPolicy(ctx, { level, locationId: null }),
	]);

	const t = await textsOf("keyPages");
	return (
		<KeysScreen
			site={{
				place: { agency: agency.slug },
				level,
				locationId: null,
				locations: mayChange ? locations.map(({ id, name }) => ({ id, name })) : [],
				policy,
				labels,
			}}
			mayChange={mayChange}
			text={t.rich("list.ofAgency", { ...MARKS, name: agency.name })}
			tabs={
				<LinkTabs
					label={t("list.levels")}
					tabs={[
						{
							href: `/agencies/${slug}/keys`,
							label: t("list.agencyKeys"),
							count: counts.agency,
							current: level === "AGENCY",
						},
						{
							href: `/agencies/${slug}/keys?tab=location`,
							label: t("list.locationKeys"),
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
				query={query}
				knownLabels={labels}
				isFiltered={isFiltered(search)}
				mayChange={mayChange}
				locations={locations}
			/>
		</KeysScreen>
	);
}
