import type { Metadata } from "next";
import { keyHref } from "#components/shell/place-href.ts";
import { requireAgency } from "#lib/auth/require-context.ts";
import { isAllowed, keyPermission } from "#lib/core/permissions.ts";
import { readBindingPolicy } from "#lib/services/keys/read-binding.ts";
import { InactivityPanel } from "../_components/inactivity-panel.tsx";
import { KeyHistory } from "../_components/key-history.tsx";
import { KeyScreen } from "../_components/key-screen.tsx";
import { loadKey } from "../_components/load-key.ts";
import { RefusalsPanel } from "../_components/refusals-panel.tsx";
import { loadKeySearch } from "../search-params.ts";

export const metadata: Metadata = { title: "API key" };

export default async function AgencyKeyPage(props: PageProps<"/agencies/[agency]/keys/[key]">) {
	const { agency: slug, key: id } = await props.params;
	const { ctx, agency, locations } = await requireAgency(slug);
	const detail = await loadKey(ctx, id, null);
	const { level, location } = detail.key;
	const { refusals: period } = await loadKeySearch(props.searchParams);
	const policy = await readBindingPolicy(ctx, { level, locationId: null });
	const mayChange = isAllowed(ctx.grants, keyPermission(location?.id ?? null, "write"), location?.id ?? null);
	const listHref = `/agencies/${agency.slug}/keys${level === "LOCATION" ? "?tab=location" : ""}`;

	return (
		<KeyScreen
			site={{
				place: { agency: agency.slug },
				level,
				locationId: null,
				locations: mayChange ? locations.map(({ id, name }) => ({ id, name })) : [],
				policy,
				listHref,
			}}
			detail={detail}
			mayChange={mayChange}
			inactivity={
				<InactivityPanel
					ctx={ctx}
					place={{ agency: agency.slug }}
					keyId={detail.key.id}
					mayChange={mayChange}
				/>
			}
			refusals={
				<RefusalsPanel
					ctx={ctx}
					keyId={detail.key.id}
					period={period}
					href={keyHref({ agency: agency.slug }, detail.key.id)}
				/>
			}
			history={
				isAllowed(ctx.grants, "agency_audit.read", null) && (
					<KeyHistory
						ctx={ctx}
						keyId={detail.key.id}
						placeId={null}
						auditHref={`/agencies/${agency.slug}/audit`}
					/>
				)
			}
		/>
	);
}
