import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireLocation } from "#lib/auth/require-context.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import { TrashPanel } from "../../../../keys/trash/_components/trash-panel.tsx";
import { TrashScreen } from "../../../../keys/trash/_components/trash-screen.tsx";
import { loadTrashSearch, toTrashQuery } from "../../../../keys/trash/search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("keyPages");
	return { title: t("trash.title") };
}

export default async function LocationTrashPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/keys/trash">,
) {
	const slugs = await props.params;
	const { ctx, agency, location } = await requireLocation(slugs.agency, slugs.location);
	if (!isAllowed(ctx.grants, "location_key.write", location.id)) notFound();
	const search = await loadTrashSearch(props.searchParams);

	return (
		<TrashScreen
			place={{ agency: agency.slug, location: location.slug }}
			back={`/agencies/${agency.slug}/locations/${location.slug}/keys`}
			name={location.name}
		>
			<TrashPanel ctx={ctx} query={toTrashQuery(search, "LOCATION", location.id)} />
		</TrashScreen>
	);
}
