import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { textsOf } from "#components/texts/texts-of.ts";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { requireAgency } from "#lib/auth/require-context.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import { TrashPanel } from "./_components/trash-panel.tsx";
import { TrashScreen } from "./_components/trash-screen.tsx";
import { loadTrashSearch, toTrashQuery } from "./search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("keyPages");
	return { title: t("trash.title") };
}

export default async function AgencyTrashPage(props: PageProps<"/agencies/[agency]/keys/trash">) {
	const { agency: slug } = await props.params;
	const { ctx, agency } = await requireAgency(slug);
	if (!isAllowed(ctx.grants, "agency_key.write", null)) notFound();
	const { tab, ...search } = await loadTrashSearch(props.searchParams);

	const level = tab === "agency" ? "AGENCY" : "LOCATION";
	const here = `/agencies/${slug}/keys/trash`;

	const t = await textsOf("keyPages");
	return (
		<TrashScreen
			place={{ agency: agency.slug }}
			back={`/agencies/${slug}/keys${tab === "agency" ? "" : "?tab=location"}`}
			name={agency.name}
			tabs={
				<LinkTabs
					label={t("list.levels")}
					tabs={[
						{ href: here, label: t("list.agencyKeys"), current: tab === "agency" },
						{ href: `${here}?tab=location`, label: t("list.locationKeys"), current: tab === "location" },
					]}
				/>
			}
		>
			<TrashPanel ctx={ctx} query={toTrashQuery(search, level)} />
		</TrashScreen>
	);
}
