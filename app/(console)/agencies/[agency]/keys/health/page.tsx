import type { Metadata } from "next";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireAgency } from "#lib/auth/require-context.ts";
import { PERMISSIONS } from "#lib/core/permissions.ts";
import { HealthScreen } from "./_components/health-screen.tsx";
import { loadHealthSearch } from "./search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await textsOf("health"))("title") };
}

export default async function AgencyHealthPage(props: PageProps<"/agencies/[agency]/keys/health">) {
	const { ctx, agency, role } = await requireAgency((await props.params).agency);
	const search = await loadHealthSearch(props.searchParams);
	const mayFix = PERMISSIONS["agency_key.write"].includes(role);
	const site = { place: { agency: agency.slug }, locationId: null, name: agency.name, mayFix };
	return <HealthScreen ctx={ctx} site={site} search={search} />;
}
