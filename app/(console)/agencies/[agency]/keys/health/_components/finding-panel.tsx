import { ShieldCheck } from "lucide-react";
import { textsOf } from "#components/texts/texts-of.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { Context } from "#lib/auth/require-context.ts";
import type { Finding } from "#lib/core/keys/health.ts";
import { listFindings } from "#lib/services/keys/list-findings.ts";
import type { HealthSearch } from "../search-params.ts";
import { FindingTable } from "./finding-table.tsx";
import { FINDING_HEADING_ID } from "./focus-targets.ts";
import type { HealthSite } from "./health-screen.tsx";

type FindingPanelProps = { ctx: Context; site: HealthSite; search: HealthSearch; finding: Finding };

/** Reads a page of a finding's keys. An address may name a page that is gone by now: it shows the last one that there is. */
export async function FindingPanel({ ctx, site, search, finding }: FindingPanelProps) {
	const t = await textsOf("health");
	const { locationId } = site;
	const asked = { locationId, finding, page: search.page, pageSize: search.size };
	let { page } = search;
	let list = await listFindings(ctx, asked);
	if (list.rows.length === 0 && list.total > 0) {
		page = Math.ceil(list.total / search.size);
		list = await listFindings(ctx, { ...asked, page });
	}
	return (
		<Panel
			// Clipped rather than hidden, so that the bar above the rows can stay in sight.
			className="sm:overflow-clip"
			title={
				<span id={FINDING_HEADING_ID} tabIndex={-1} className="outline-none">
					{t(`kinds.${finding}.title`)}
				</span>
			}
			text={t(`kinds.${finding}.text`)}
		>
			{list.total === 0 ? (
				<EmptyState icon={<ShieldCheck />} title={t("nothingTitle")} text={t("nothingText")} />
			) : (
				<FindingTable
					finding={finding}
					page={{ ...list, page, size: search.size }}
					place={site.place}
					locationId={locationId}
					mayFix={site.mayFix}
				/>
			)}
		</Panel>
	);
}
