import type { Metadata } from "next";
import { requireAgency } from "#lib/auth/require-context.ts";
import { PERMISSIONS } from "#lib/core/permissions.ts";
import { previewCleanUp } from "#lib/services/keys/preview-clean-up.ts";
import { CleanUpScreen } from "./_components/clean-up-screen.tsx";

export const metadata: Metadata = { title: "Next clean-up" };

export default async function CleanUpPage(props: PageProps<"/agencies/[agency]/keys/next-clean-up">) {
	const { ctx, agency, role, locations } = await requireAgency((await props.params).agency);
	const preview = await previewCleanUp(ctx, { locationId: null });
	const roleOf = (slug: string | null) =>
		slug === null ? role : (locations.find((one) => one.slug === slug)?.role ?? role);
	return (
		<CleanUpScreen
			preview={preview}
			place={{ agency: agency.slug }}
			keysHref={`/agencies/${agency.slug}/keys`}
			text={
				<>
					Keys of <bdi>{agency.name}</bdi> and of its locations that nobody uses: what happens to them within
					the next 30 days.
				</>
			}
			mayChange={(slug) =>
				PERMISSIONS[slug === null ? "agency_key.write" : "location_key.write"].includes(roleOf(slug))
			}
		/>
	);
}
