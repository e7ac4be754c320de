import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireLocation } from "#lib/auth/require-context.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { AuditPanel } from "../../../audit/_components/audit-panel.tsx";
import { AuditScreen } from "../../../audit/_components/audit-screen.tsx";
import { loadAuditSearch } from "../../../audit/search-params.ts";

export const metadata: Metadata = { title: "Audit log" };

export default async function LocationAuditPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/audit">,
) {
	const slugs = await props.params;
	const { ctx, agency, location, role } = await requireLocation(slugs.agency, slugs.location);
	const readers: readonly PersonRole[] = PERMISSIONS["location_audit.read"];
	if (!readers.includes(role)) notFound();

	return (
		<AuditScreen
			text={`What was done at ${location.name}. Nobody can change or remove an event.`}
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
