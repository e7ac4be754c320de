import type { Metadata } from "next";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireLocation } from "#lib/auth/require-context.ts";
import { PERMISSIONS } from "#lib/core/permissions.ts";
import { listLabels } from "#lib/services/keys/list-labels.ts";
import { readBindingPolicy } from "#lib/services/keys/read-binding.ts";
import { KeysPanel } from "../../../keys/_components/keys-panel.tsx";
import { KeysScreen } from "../../../keys/_components/keys-screen.tsx";
import { SuspendedNotice } from "../../../keys/_components/suspended-notice.tsx";
import { loadKeysSearch, toKeyQuery } from "../../../keys/keys-query.ts";
import { isFiltered } from "../../../keys/search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("keyPages");
	return { title: t("list.title") };
}

export default async function LocationKeysPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/keys">,
) {
	const slugs = await props.params;
	const { ctx, agency, location, role } = await requireLocation(slugs.agency, slugs.location);
	const search = await loadKeysSearch(props.searchParams);
	const place = { level: "LOCATION", locationId: location.id } as const;
	const [policy, labels] = await Promise.all([readBindingPolicy(ctx, place), listLabels(ctx, place)]);
	const mayChange = PERMISSIONS["location_key.write"].includes(role);

	const t = await textsOf("keyPages");
	return (
		<KeysScreen
			site={{
				place: { agency: agency.slug, location: location.slug },
				level: "LOCATION",
				locationId: location.id,
				locations: [{ id: location.id, name: location.name }],
				policy,
				labels,
			}}
			mayChange={mayChange}
			text={t.rich("list.ofLocation", { ...MARKS, name: location.name })}
			notice={location.isSuspended && <SuspendedNotice />}
		>
			<KeysPanel
				ctx={ctx}
				kind="location"
				query={toKeyQuery(search, "LOCATION", location.id)}
				knownLabels={labels}
				isFiltered={isFiltered(search)}
				mayChange={mayChange}
				locations={[]}
			/>
		</KeysScreen>
	);
}
