"use client";

import { useParams, usePathname } from "next/navigation";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { agencyHref, locationHref } from "./place-href.ts";

/** The sections of the view that the address names; none where there is no view. */
export function SectionNav() {
	const { agency, location } = useParams<{ agency?: string; location?: string }>();
	const pathname = usePathname();
	if (!agency) return null;

	const keysHref = location
		? locationHref({ slug: agency }, { slug: location })
		: agencyHref({ slug: agency });
	return (
		<div className="mx-auto max-w-screen-2xl px-2 sm:px-4">
			<LinkTabs
				label="Sections"
				tabs={[{ href: keysHref, label: "API keys", current: pathname.startsWith(keysHref) }]}
			/>
		</div>
	);
}
