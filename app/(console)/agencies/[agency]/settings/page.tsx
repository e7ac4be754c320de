import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { requireAgency } from "#lib/auth/require-context.ts";
import { PERMISSIONS } from "#lib/core/permissions.ts";
import { DeleteAgency } from "./_components/delete-agency.tsx";
import { RenameAgency } from "./_components/rename-agency.tsx";

export const metadata: Metadata = { title: "Settings" };

export default async function AgencySettingsPage(props: PageProps<"/agencies/[agency]/settings">) {
	const { agency: slug } = await props.params;
	const { agency, role, locations } = await requireAgency(slug);
	if (!PERMISSIONS["agency.edit"].includes(role)) notFound();
	const mayDelete = PERMISSIONS["agency.delete"].includes(role);

	return (
		<PageFrame narrow title="Settings" text="What the agency is called, and its end.">
			<div className="space-y-4">
				<RenameAgency agency={{ slug: agency.slug, name: agency.name }} />
				{mayDelete && (
					<DeleteAgency agency={{ slug: agency.slug, name: agency.name }} locations={locations.length} />
				)}
			</div>
		</PageFrame>
	);
}
