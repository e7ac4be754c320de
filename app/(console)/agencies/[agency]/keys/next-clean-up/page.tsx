import type { Metadata } from "next";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireAgency } from "#lib/auth/require-context.ts";
import { PERMISSIONS } from "#lib/core/permissions.ts";
import { previewCleanUp } from "#lib/services/keys/preview-clean-up.ts";
import { CleanUpScreen } from "./_components/clean-up-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("keyPages");
	return { title: t("cleanUp.title") };
}

export default async function CleanUpPage(props: PageProps<"/agencies/[agency]/keys/next-clean-up">) {
	const { ctx, agency, role, locations } = await requireAgency((await props.params).agency);
	const preview = await previewCleanUp(ctx, { locationId: null });
	const roleOf = (slug: string | null) =>
		slug === null ? role : (locations.find((one) => one.slug === slug)?.role ?? role);
	const t = await textsOf("keyPages");
	return (
		<CleanUpScreen
			preview={preview}
			place={{ agency: agency.slug }}
			keysHref={`/agencies/${agency.slug}/keys`}
			text={t.rich("cleanUp.ofAgency", { ...MARKS, name: agency.name })}
			mayChange={(slug) =>
				PERMISSIONS[slug === null ? "agency_key.write" : "location_key.write"].includes(roleOf(slug))
			}
		/>
	);
}
