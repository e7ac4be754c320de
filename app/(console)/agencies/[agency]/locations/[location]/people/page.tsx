import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireLocation } from "#lib/auth/require-context.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { readGroundRules } from "#lib/services/people/read-ground-rules.ts";
import { PeopleScreen } from "../../../people/_components/people-screen.tsx";
import { loadPeopleSearch } from "../../../people/search-params.ts";

export const metadata: Metadata = { title: "People" };

const includes = (roles: readonly PersonRole[], role: PersonRole) => roles.includes(role);

export default async function LocationPeoplePage(
	props: PageProps<"/agencies/[agency]/locations/[location]/people">,
) {
	const slugs = await props.params;
	const { ctx, agency, location, role } = await requireLocation(slugs.agency, slugs.location);
	if (!includes(PERMISSIONS["location_member.read"], role)) notFound();

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
			text={
				<>
					Who reaches <bdi>{location.name}</bdi>: its own people, and those of the agency.
				</>
			}
			mayChange={includes(PERMISSIONS["location_member.write"], role)}
			search={await loadPeopleSearch(props.searchParams)}
		/>
	);
}
