import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireLocation } from "#lib/auth/require-context.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { AuditPanel } from "../../../audit/_components/audit-panel.tsx";
import { AuditScreen } from "../../../audit/_components/audit-screen.tsx";
import { loadAuditSearch } from "../../../audit/search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("audit");
	return { title: t("title") };
}

export default async function LocationAuditPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/audit">,
) {
	const slugs = await props.params;
	const { ctx, agency, location, role } = await requireLocation(slugs.agency, slugs.location);
	const readers: readonly PersonRole[] = PERMISSIONS["location_audit.read"];
	if (!readers.includes(role)) notFound();

	const t = await textsOf("audit");
	return (
		<AuditScreen
			text={t("ofLocation", { location: location.name })}
			exportPath={`/agencies/${agency.slug}/locations/${location.slug}/audit/export`}
			columns={5}
		>
			<AuditPanel
				ctx={ctx}
				place={location}
				locations={[]}
				search={await loadAuditSearch(props.searchParams)}
			/>
		</AuditScreen>
	);
}
