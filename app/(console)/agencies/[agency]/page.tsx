import { redirect } from "next/navigation";
import { agencyHref } from "#components/shell/place-href.ts";
import { requireAgency } from "#lib/auth/require-context.ts";

export default async function AgencyPage(props: PageProps<"/agencies/[agency]">) {
	const { agency } = await requireAgency((await props.params).agency);
	redirect(agencyHref(agency));
}
