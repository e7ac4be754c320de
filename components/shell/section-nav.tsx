"use client";

import { useParams, usePathname } from "next/navigation";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import type { HeaderPlace } from "./console-header.tsx";
import { placeHref } from "./place-href.ts";
import { viewGroups } from "./view-options.ts";

/** The sections of the view that the address names; none where there is no such view. */
export function SectionNav({ places }: { places: readonly HeaderPlace[] }) {
	const keysHref = placeHref(useParams<{ agency?: string; location?: string }>());
	const pathname = usePathname();
	const isKnown = viewGroups(places).some((group) => group.items.some((option) => option.value === keysHref));
	if (!keysHref || !isKnown) return null;

	return (
		<div className="mx-auto max-w-screen-2xl px-2 sm:px-4">
			<LinkTabs
				label="Sections"
				tabs={[{ href: keysHref, label: "API keys", current: pathname.startsWith(keysHref) }]}
			/>
		</div>
	);
}
