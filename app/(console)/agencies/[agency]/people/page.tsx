import type { Metadata } from "next";
import { MARKS } from "#components/texts/marks.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireAgency } from "#lib/auth/require-context.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import { readGroundRules } from "#lib/services/people/read-ground-rules.ts";
import { PeopleScreen } from "./_components/people-screen.tsx";
import { loadPeopleSearch } from "./search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("people");
	return { title: t("title") };
}

export default async function AgencyPeoplePage(props: PageProps<"/agencies/[agency]/people">) {
	const { agency: slug } = await props.params;
	const { ctx, agency, role, locations } = await requireAgency(slug);
	const t = await textsOf("people");
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
			text={t.rich("ofAgency", { ...MARKS, agency: agency.name })}
			mayChange={mayChange}
			search={await loadPeopleSearch(props.searchParams)}
		/>
	);
}
