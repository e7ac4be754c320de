import type { Metadata } from "next";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireLocation } from "#lib/auth/require-context.ts";
import { PERMISSIONS } from "#lib/core/permissions.ts";
import { previewCleanUp } from "#lib/services/keys/preview-clean-up.ts";
import { CleanUpScreen } from "../../../../keys/next-clean-up/_components/clean-up-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("keyPages");
	return { title: t("cleanUp.title") };
}

export default async function LocationCleanUpPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/keys/next-clean-up">,
) {
	const slugs = await props.params;
	const { ctx, agency, location, role } = await requireLocation(slugs.agency, slugs.location);
	const preview = await previewCleanUp(ctx, { locationId: location.id });
	const t = await textsOf("keyPages");
	return (
		<CleanUpScreen
			preview={preview}
			place={{ agency: agency.slug, location: location.slug }}
			keysHref={`/agencies/${agency.slug}/locations/${location.slug}/keys`}
			text={t.rich("cleanUp.ofLocation", { ...MARKS, name: location.name })}
			mayChange={() => PERMISSIONS["location_key.write"].includes(role)}
		/>
	);
}
