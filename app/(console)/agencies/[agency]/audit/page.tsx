import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireAgency } from "#lib/auth/require-context.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { AuditPanel } from "./_components/audit-panel.tsx";
import { AuditScreen } from "./_components/audit-screen.tsx";
import { loadAuditSearch } from "./search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("audit");
	return { title: t("title") };
}

export default async function AgencyAuditPage(props: PageProps<"/agencies/[agency]/audit">) {
	const { agency: slug } = await props.params;
	const { ctx, agency, role, locations } = await requireAgency(slug);
	const readers: readonly PersonRole[] = PERMISSIONS["agency_audit.read"];
	if (!readers.includes(role)) notFound();

	const t = await textsOf("audit");
	return (
		<AuditScreen
			text={t("ofAgency", { agency: agency.name })}
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
