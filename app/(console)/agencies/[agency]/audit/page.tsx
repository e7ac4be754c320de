import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireAgency } from "#lib/auth/require-context.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { AuditPanel } from "./_components/audit-panel.tsx";
import { AuditScreen } from "./_components/audit-screen.tsx";
import { loadAuditSearch } from "./search-params.ts";

export const metadata: Metadata = { title: "Audit log" };

export default async function AgencyAuditPage(props: PageProps<"/agencies/[agency]/audit">) {
	const { agency: slug } = await props.params;
	const { ctx, agency, role, locations } = await requireAgency(slug);
	const readers: readonly PersonRole[] = PERMISSIONS["agency_audit.read"];
	if (!readers.includes(role)) notFound();

	return (
		<AuditScreen
			text={`What was done in ${agency.name} and its locations. Nobody can change or remove an event.`}
			exportPath={`/agencies/${agency.slug}/audit/export`}
			columns={6}
		>
			<AuditPanel
				ctx={ctx}
				place={null}
				locations={locations}
				search={await loadAuditSearch(props.searchParams)}
			/>
		</AuditScreen>
	);
}
