import { redirect } from "next/navigation";
import { locationHref } from "#components/shell/place-href.ts";
import { requireLocation } from "#lib/auth/require-context.ts";

export default async function LocationPage(props: PageProps<"/agencies/[agency]/locations/[location]">) {
	const slugs = await props.params;
	const { agency, location } = await requireLocation(slugs.agency, slugs.location);
	redirect(locationHref(agency, location));
}
