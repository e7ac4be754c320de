import type { Metadata } from "next";
import { requireLocation } from "#lib/auth/require-context.ts";
import { PERMISSIONS } from "#lib/core/permissions.ts";
import { previewCleanUp } from "#lib/services/keys/preview-clean-up.ts";
import { CleanUpScreen } from "../../../../keys/next-clean-up/_components/clean-up-screen.tsx";

export const metadata: Metadata = { title: "Next clean-up" };

export default async function LocationCleanUpPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/keys/next-clean-up">,
) {
	const slugs = await props.params;
	const { ctx, agency, location, role } = await requireLocation(slugs.agency, slugs.location);
	const preview = await previewCleanUp(ctx, { locationId: location.id });
	return (
		<CleanUpScreen
			preview={preview}
			place={{ agency: agency.slug, location: location.slug }}
			keysHref={`/agencies/${agency.slug}/locations/${location.slug}/keys`}
			text={
				<>
					Keys of <bdi>{location.name}</bdi> that nobody uses: what happens to them within the next 30 days.
				</>
			}
			mayChange={() => PERMISSIONS["location_key.write"].includes(role)}
		/>
	);
}
