import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireLocation } from "#lib/auth/require-context.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { readGroundRules } from "#lib/services/people/read-ground-rules.ts";
import { PeopleScreen } from "../../../people/_components/people-screen.tsx";
import { loadPeopleSearch } from "../../../people/search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("people");
	return { title: t("title") };
}

const includes = (roles: readonly PersonRole[], role: PersonRole) => roles.includes(role);

export default async function LocationPeoplePage(
	props: PageProps<"/agencies/[agency]/locations/[location]/people">,
) {
	const slugs = await props.params;
	const { ctx, agency, location, role } = await requireLocation(slugs.agency, slugs.location);
	if (!includes(PERMISSIONS["location_member.read"], role)) notFound();

	const t = await textsOf("people");
	return (
		<PeopleScreen
			ctx={ctx}
			site={{
				place: { agency: agency.slug, location: location.slug },
				name: location.name,
				locationId: location.id,
				own: role,
				locations: [{ id: location.id, name: location.name }],
				...(await readGroundRules(ctx)),
			}}
			text={t.rich("ofLocation", { ...MARKS, location: location.name })}
			mayChange={includes(PERMISSIONS["location_member.write"], role)}
			search={await loadPeopleSearch(props.searchParams)}
		/>
	);
}
