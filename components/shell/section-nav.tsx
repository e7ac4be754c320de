"use client";

import { useParams, usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import type { HeaderPlace } from "./console-header.tsx";
import { sectionsOf } from "./sections.ts";

/** The sections of the view that the address names, as far as one's role reaches; none where there is no such view. */
export function SectionNav({ places }: { places: readonly HeaderPlace[] }) {
	const t = useTranslations("shell.sections");
	const sections = sectionsOf(places, useParams<{ agency?: string; location?: string }>());
	const pathname = usePathname();
	const box = useRef<HTMLDivElement>(null);

	useEffect(() => {
		const current = box.current?.querySelector(`[aria-current="page"]`);
		if (pathname && current) scrollToMiddle(current);
	}, [pathname]);

	if (sections.length === 0) return null;

	return (
		<div ref={box} className="mx-auto max-w-screen-2xl px-1 sm:px-3">
			<LinkTabs
				label={t("label")}
				tabs={sections.map(({ href, name, isWholeAddress }) => ({
					href,
					label: t(name),
					current: isWholeAddress ? pathname === href : pathname.startsWith(href),
				}))}
			/>
		</div>
	);
}

/** Unlike `scrollIntoView`, this leaves the place where the next Tab goes on from. */
function scrollToMiddle(element: Element) {
	const list = element.parentElement;
	if (!list) return;
	const [own, whole] = [element.getBoundingClientRect(), list.getBoundingClientRect()];
	list.scrollLeft += own.left + own.width / 2 - (whole.left + whole.width / 2);
}
