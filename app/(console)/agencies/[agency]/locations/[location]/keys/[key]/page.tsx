import type { Metadata } from "next";
import { keyHref, locationHref } from "#components/shell/place-href.ts";
import { requireLocation } from "#lib/auth/require-context.ts";
import { isAllowed } from "#lib/core/permissions.ts";
import { readBindingPolicy } from "#lib/services/keys/read-binding.ts";
import { InactivityPanel } from "../../../../keys/_components/inactivity-panel.tsx";
import { KeyHistory } from "../../../../keys/_components/key-history.tsx";
import { KeyScreen } from "../../../../keys/_components/key-screen.tsx";
import { loadKey } from "../../../../keys/_components/load-key.ts";
import { RefusalsPanel } from "../../../../keys/_components/refusals-panel.tsx";
import { SuspendedNotice } from "../../../../keys/_components/suspended-notice.tsx";
import { loadKeySearch } from "../../../../keys/search-params.ts";

export const metadata: Metadata = { title: "API key" };

export default async function LocationKeyPage(
	props: PageProps<"/agencies/[agency]/locations/[location]/keys/[key]">,
) {
	const slugs = await props.params;
	const { ctx, agency, location } = await requireLocation(slugs.agency, slugs.location);
	const detail = await loadKey(ctx, slugs.key, location.id);
	const policy = await readBindingPolicy(ctx, { level: "LOCATION", locationId: location.id });
	const { refusals: period } = await loadKeySearch(props.searchParams);
	const mayChange = isAllowed(ctx.grants, "location_key.write", location.id);

	return (
		<KeyScreen
			site={{
				place: { agency: agency.slug, location: location.slug },
				level: "LOCATION",
				locationId: location.id,
				locations: [{ id: location.id, name: location.name }],
				policy,
				listHref: locationHref(agency, location),
			}}
			detail={detail}
			mayChange={mayChange}
			notice={location.isSuspended && <SuspendedNotice />}
			inactivity={
				<InactivityPanel
					ctx={ctx}
					place={{ agency: agency.slug, location: location.slug }}
					keyId={detail.key.id}
					mayChange={mayChange}
				/>
			}
			refusals={
				<RefusalsPanel
					ctx={ctx}
					keyId={detail.key.id}
					period={period}
					href={keyHref({ agency: agency.slug, location: location.slug }, detail.key.id)}
				/>
			}
			history={
				isAllowed(ctx.grants, "location_audit.read", location.id) && (
					<KeyHistory
						ctx={ctx}
						keyId={detail.key.id}
						placeId={location.id}
						auditHref={`/agencies/${agency.slug}/locations/${location.slug}/audit`}
					/>
				)
			}
		/>
	);
}
