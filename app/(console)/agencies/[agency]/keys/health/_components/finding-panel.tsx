import { ShieldCheck } from "lucide-react";
import { textsOf } from "#components/texts/texts-of.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { Context } from "#lib/auth/require-context.ts";
import type { Finding } from "#lib/core/keys/health.ts";
import type { HealthSearch } from "../search-params.ts";
import { FindingTable } from "./finding-table.tsx";
import { FINDING_HEADING_ID } from "./focus-targets.ts";
import type { HealthSite } from "./health-screen.tsx";
import { readFinding } from "./read-finding.ts";

type FindingPanelProps = { ctx: Context; site: HealthSite; search: HealthSearch; finding: Finding };

/** A page of a finding's keys. */
export async function FindingPanel({ ctx, site, search, finding }: FindingPanelProps) {
	const t = await textsOf("health");
	const page = await readFinding(ctx, site, search, finding);
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
			{page.total === 0 ? (
				<EmptyState icon={<ShieldCheck />} title={t("nothingTitle")} text={t("nothingText")} />
			) : (
				<FindingTable
					finding={finding}
					page={page}
					place={site.place}
					locationId={site.locationId}
					mayFix={site.mayFix}
				/>
			)}
		</Panel>
	);
}
