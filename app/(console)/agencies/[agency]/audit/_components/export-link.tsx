"use client";

import { Download } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { buttonStyle } from "#components/ui/button.tsx";
import { auditFiltersText } from "../search-params.ts";
import { useAuditSearch } from "./use-audit-search.ts";

/** A plain link: following it is an event of its own, so nothing may fetch it ahead of time. */
export function ExportLink({ path }: { path: string }) {
	const t = useTranslations("audit");
	const { search, isFiltered } = useAuditSearch();
	return (
		<a href={auditFiltersText(path, search)} download className={buttonStyle()}>
			<Download aria-hidden className="size-4" />
			{t(isFiltered ? "exportThese" : "export")}
		</a>
	);
}
