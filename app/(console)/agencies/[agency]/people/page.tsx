import type { Metadata } from "next";
import { requireAgency } from "#lib/auth/require-context.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { readGroundRules } from "#lib/services/people/read-ground-rules.ts";
import { PeopleScreen } from "./_components/people-screen.tsx";
import { loadPeopleSearch } from "./search-params.ts";

export const metadata: Metadata = { title: "People" };

export default async function AgencyPeoplePage(props: PageProps<"/agencies/[agency]/people">) {
	const { agency: slug } = await props.params;
	const { ctx, agency, role, locations } = await requireAgency(slug);
	const mayChange = (PERMISSIONS["agency_member.write"] as readonly PersonRole[]).includes(role);

	return (
		<PeopleScreen
			ctx={ctx}
			site={{
				place: { agency: agency.slug },
				name: agency.name,
				locationId: null,
				own: role,
				locations: mayChange ? locations.map(({ id, name }) => ({ id, name })) : [],
				...(await readGroundRules(ctx)),
			}}
			text={
				<>
					Who has a role in <bdi>{agency.name}</bdi> or at one of its locations.
				</>
			}
			mayChange={mayChange}
			search={await loadPeopleSearch(props.searchParams)}
		/>
	);
}
