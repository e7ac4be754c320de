import type { ChartTone } from "#components/charts/chart-fill.tsx";
import { UsageChart, type UsageSeries } from "#components/charts/usage-chart.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import type { DenialPeriod } from "#lib/core/keys/denials.ts";
import type { RefusalVerdict } from "#lib/core/keys/refusals.ts";
import {
	countedBy,
	KEY_USAGE_PERIOD_NAMES,
	KEY_USAGE_PERIODS,
	type KeyUsagePeriod,
	sortUsage,
	usageRange,
} from "#lib/core/keys/usage-steps.ts";
import { readUsage } from "#lib/services/keys/read-usage.ts";
import { AddressesPanel } from "./addresses-panel.tsx";
import { ADDRESSES_HEADING_ID } from "./addresses-table.tsx";
import { REFUSAL_TONES } from "./refusal-series.ts";
import { refusalsHref, stepRefusalsHref } from "./refusals-href.ts";

type KeyUsageProps = {
	ctx: Parameters<typeof readUsage>[0];
	keyId: string;
	period: KeyUsagePeriod;
	allAddresses: boolean;
	/** The address of this part of the key's page. */
	href: string;
	/** The address of the part that lists refusals. */
	listHref: string;
};

/** The good verdict at the bottom of each bar, the refusals above it. */
const VERDICT_TONES = Object.entries({ VALID: "good", ...REFUSAL_TONES } as const) as [
	"VALID" | RefusalVerdict,
	ChartTone,
][];

/** The shortest time of the refusals' part that shows all of a period, or as much of it as it can. */
const REFUSALS_OVER: Record<KeyUsagePeriod, DenialPeriod> = { "48h": "7d", "90d": "30d", "12m": "30d" };

const PERIOD_TEXTS = { "48h": "h48", "90d": "d90", "12m": "m12" } as const;

/** How often a key was used, with which answers, and from where. */
export async function KeyUsageView(props: KeyUsageProps) {
	const { ctx, keyId, period, allAddresses, href, listHref } = props;
	const [t, words] = [await textsOf("key"), await textsOf("words")];
	const by = countedBy(period);
	const range = usageRange(period, ctx.now);
	const { counts, lastUse, addresses } = await readUsage(ctx, { keyId, by, ...range });
	const steps = sortUsage(counts, period, ctx.now);
	const nameOf = (name: KeyUsagePeriod) => t(`usage.periods.${PERIOD_TEXTS[name]}`);
	const series = VERDICT_TONES.filter(([id]) => steps.some((step) => step.counts[id])).map(
		([id, tone]): UsageSeries => ({
			id,
			tone,
			label: words(`verdict.${id}`),
			href:
				id === "VALID"
					? `#${ADDRESSES_HEADING_ID}`
					: refusalsHref(listHref, { period: REFUSALS_OVER[period], why: id }),
		}),
	);
	return (
		<div className="space-y-4">
			<Panel title={t("usage.title")} text={t("usage.text")}>
				<PanelBody className="space-y-5">
					<div className="border-b border-line">
						<LinkTabs
							label={t("usage.period")}
							tabs={KEY_USAGE_PERIOD_NAMES.map((name) => ({
								href: `${href}&usage=${name}`,
								label: nameOf(name),
								current: name === period,
							}))}
						/>
					</div>
					<UsageChart
						label={t("usage.chart", { period: nameOf(period) })}
						steps={steps}
						series={series}
						by={KEY_USAGE_PERIODS[period].by}
						href={stepRefusalsHref(listHref, REFUSALS_OVER[period], {
							steps,
							end: range.to,
							now: ctx.now,
						})}
					/>
				</PanelBody>
			</Panel>
			<AddressesPanel
				addresses={addresses}
				lastUse={lastUse}
				now={ctx.now}
				showsAll={allAddresses}
				href={`${href}&usage=${period}`}
			/>
		</div>
	);
}
