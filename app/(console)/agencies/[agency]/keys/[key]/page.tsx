import type { Metadata } from "next";
import { keyHref } from "#components/shell/place-href.ts";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireAgency } from "#lib/auth/require-context.ts";
import { isAllowed, keyPermission } from "#lib/core/permissions.ts";
import { readBindingPolicy } from "#lib/services/keys/read-binding.ts";
import { KeyPart } from "../_components/key-part.tsx";
import { KeyScreen } from "../_components/key-screen.tsx";
import { loadKey } from "../_components/load-key.ts";
import { loadKeySearch } from "./search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("keyPages");
	return { title: t("one") };
}

export default async function AgencyKeyPage(props: PageProps<"/agencies/[agency]/keys/[key]">) {
	const { agency: slug, key: id } = await props.params;
	const { ctx, agency, locations } = await requireAgency(slug);
	const detail = await loadKey(ctx, id, null);
	const { level, location } = detail.key;
	const search = await loadKeySearch(props.searchParams);
	const policy = await readBindingPolicy(ctx, { level, locationId: null });
	const mayChange = isAllowed(ctx.grants, keyPermission(location?.id ?? null, "write"), location?.id ?? null);
	const mayAudit = isAllowed(ctx.grants, "agency_audit.read", null);
	const named = locations.map(({ id, name }) => ({ id, name }));
	const place = { agency: agency.slug };
	const href = keyHref(place, detail.key.id);

	return (
		<KeyScreen
			site={{
				place,
				level,
				locationId: null,
				locations: mayChange ? named : [],
				policy,
				listHref: `/agencies/${agency.slug}/keys${level === "LOCATION" ? "?tab=location" : ""}`,
			}}
			detail={detail}
			mayChange={mayChange}
			view={search.view}
			href={href}
		>
			<KeyPart
				{...{ ctx, place, detail, mayChange, search, href }}
				locations={named}
				audit={mayAudit ? { placeId: null, href: `/agencies/${agency.slug}/audit` } : null}
			/>
		</KeyScreen>
	);
}
