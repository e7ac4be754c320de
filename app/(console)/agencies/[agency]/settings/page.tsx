import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireAgency } from "#lib/auth/require-context.ts";
import { PERMISSIONS } from "#lib/core/permissions.ts";
import { DeleteAgency } from "./_components/delete-agency.tsx";
import { RenameAgency } from "./_components/rename-agency.tsx";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("settings");
	return { title: t("title") };
}

export default async function AgencySettingsPage(props: PageProps<"/agencies/[agency]/settings">) {
	const { agency: slug } = await props.params;
	const { agency, role, locations } = await requireAgency(slug);
	if (!PERMISSIONS["agency.edit"].includes(role)) notFound();
	const t = await textsOf("settings");
	const mayDelete = PERMISSIONS["agency.delete"].includes(role);

	return (
		<PageFrame narrow title={t("title")} text={t("text")}>
			<div className="space-y-4">
				<RenameAgency agency={{ slug: agency.slug, name: agency.name }} />
				{mayDelete && (
					<DeleteAgency agency={{ slug: agency.slug, name: agency.name }} locations={locations.length} />
				)}
			</div>
		</PageFrame>
	);
}
