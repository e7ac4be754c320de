import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import {
	DENIAL_PERIOD_NAMES,
	DENIAL_PERIODS,
	type DenialPeriod,
	denialRange,
	sortDenials,
} from "#lib/core/keys/denials.ts";
import { listRefusals } from "#lib/services/keys/list-refusals.ts";
import { readUsage } from "#lib/services/keys/read-usage.ts";
import { DenialsChart } from "./denials-chart.tsx";
import { RefusalList } from "./refusal-list.tsx";
import { RefusalSearch } from "./refusal-search.tsx";

type RefusalsPanelProps = {
	ctx: Parameters<typeof readUsage>[0];
	keyId: string;
	period: DenialPeriod;
	/** The address of the key's page. */
	href: string;
};

/** Why a key was refused: how often and for which reasons, the last times, and a box to ask about one request. */
export async function RefusalsPanel({ ctx, keyId, period, href }: RefusalsPanelProps) {
	const { counts } = await readUsage(ctx, {
		keyId,
		by: DENIAL_PERIODS[period].by,
		...denialRange(period, ctx.now),
	});
	const denials = sortDenials(counts, period, ctx.now);
	const refusals = await listRefusals(ctx, { keyId });
	return (
		<Panel title="Why was it refused?" text="Refusals by reason. The last second may be missing.">
			<PanelBody className="space-y-5">
				<div className="border-b border-line">
					<LinkTabs
						label="Time that is shown"
						tabs={DENIAL_PERIOD_NAMES.map((name) => ({
							href: name === "24h" ? href : `${href}?refusals=${name}`,
							label: DENIAL_PERIODS[name].label,
							current: name === period,
						}))}
					/>
				</div>
				{denials.total === 0 ? (
					<p className="text-sm text-ink-muted">
						No use of this key was refused in the last {DENIAL_PERIODS[period].label}.
					</p>
				) : (
					<DenialsChart denials={denials} period={period} />
				)}
				<RefusalSearch />
				{refusals.length > 0 && (
					<section className="space-y-2">
						<h3 className="text-sm font-medium">The last refusals</h3>
						<RefusalList refusals={refusals} />
					</section>
				)}
			</PanelBody>
		</Panel>
	);
}
