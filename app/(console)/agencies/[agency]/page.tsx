import type { Metadata } from "next";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireAgency } from "#lib/auth/require-context.ts";
import { PERMISSIONS } from "#lib/core/permissions.ts";
import { FirstSteps } from "./_components/first-steps.tsx";
import { OverviewScreen } from "./_components/overview-screen.tsx";
import { loadOverviewSearch } from "./search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("overview");
	return { title: t("title") };
}

export default async function AgencyOverviewPage(props: PageProps<"/agencies/[agency]">) {
	const { ctx, agency, role, locations } = await requireAgency((await props.params).agency);
	const { period } = await loadOverviewSearch(props.searchParams);
	const t = await textsOf("overview");

	return (
		<OverviewScreen
			ctx={ctx}
			place={{ agency: agency.slug }}
			locationId={null}
			period={period}
			text={t.rich("ofAgency", { name: () => <bdi>{agency.name}</bdi> })}
			mayReadAudit={PERMISSIONS["agency_audit.read"].includes(role)}
			firstSteps={<FirstSteps ctx={ctx} agency={agency} locationId={locations[0]?.id ?? null} />}
		/>
	);
}
