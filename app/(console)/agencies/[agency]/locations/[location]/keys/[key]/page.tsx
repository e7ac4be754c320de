import type { Metadata } from "next";
import { keyHref, keysHref } from "#components/shell/place-href.ts";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireLocation } from "#lib/auth/require-context.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import { readBindingPolicy } from "#lib/services/keys/read-binding.ts";
import { KeyPart } from "../../../../keys/_components/key-part.tsx";
import { KeyScreen } from "../../../../keys/_components/key-screen.tsx";
import { loadKey } from "../../../../keys/_components/load-key.ts";
import { SuspendedNotice } from "../../../../keys/_components/suspended-notice.tsx";
import { loadKeySearch } from "../../../../keys/[key]/search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("keyPages");
	return { title: t("one") };
}

export default async function LocationKeyPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/keys/[key]">,
) {
	const slugs = await props.params;
	const { ctx, agency, location } = await requireLocation(slugs.agency, slugs.location);
	const detail = await loadKey(ctx, slugs.key, location.id);
	const policy = await readBindingPolicy(ctx, { level: "LOCATION", locationId: location.id });
	const search = await loadKeySearch(props.searchParams);
	const mayChange = isAllowed(ctx.grants, "location_key.write", location.id);
	const mayAudit = isAllowed(ctx.grants, "location_audit.read", location.id);
	const auditHref = `/agencies/${agency.slug}/locations/${location.slug}/audit`;
	const locations = [{ id: location.id, name: location.name }];
	const place = { agency: agency.slug, location: location.slug };
	const href = keyHref(place, detail.key.id);

	return (
		<KeyScreen
			site={{
				place,
				level: "LOCATION",
				locationId: location.id,
				locations,
				policy,
				listHref: keysHref({ agency: agency.slug, location: location.slug }),
			}}
			detail={detail}
			mayChange={mayChange}
			view={search.view}
			href={href}
			notice={location.isSuspended && <SuspendedNotice />}
		>
			<KeyPart
				{...{ ctx, place, detail, mayChange, search, href, locations }}
				audit={mayAudit ? { placeId: location.id, href: auditHref } : null}
			/>
		</KeyScreen>
	);
}
