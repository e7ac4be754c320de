import Link from "next/link";
import { UsageChart, type UsageSeries } from "#components/charts/usage-chart.tsx";
import { type PlaceSlugs, placeHref } from "#components/shell/place-href.ts";
import { textsOf } from "#components/texts/texts-of.ts";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import {
	USAGE_PERIOD_NAMES,
	USAGE_PERIODS,
	type UsagePeriod,
	type UsageVerdict,
} from "#lib/core/usage-periods.ts";
import type { readStates } from "#lib/services/overview/read-states.ts";
import { readPlaceUsage } from "#lib/services/overview/read-usage.ts";
import { REFUSAL_TONES } from "../keys/_components/refusal-series.ts";
import { overviewAddress } from "../search-params.ts";
import { attentionHref, verdictHref } from "./number-links.ts";

type UsagePanelProps = {
	ctx: Parameters<typeof readPlaceUsage>[0];
	locationId: string | null;
	states: ReturnType<typeof readStates>;
	period: UsagePeriod;
	place: PlaceSlugs;
};

const toneOf = (verdict: UsageVerdict): UsageSeries["tone"] =>
	verdict === "VALID" ? "good" : REFUSAL_TONES[verdict];

/** Verifications over time by verdict, the number of each leading to the keys behind it. */
export async function UsagePanel({ ctx, locationId, states: read, period, place }: UsagePanelProps) {
	const [usage, states] = await Promise.all([readPlaceUsage(ctx, { locationId, period }), read]);
	const [t, words] = [await textsOf("overview"), await textsOf("words")];
	const here = placeHref(place) ?? "";
	return (
		<Panel title={t("usage.title")} text={t("usage.text")}>
			<PanelBody className="space-y-5">
				<div className="border-b border-line">
					<LinkTabs
						label={t("usage.period")}
						tabs={USAGE_PERIOD_NAMES.map((name) => ({
							href: overviewAddress(here, { period: name }),
							label: t(`usage.${name}`),
							current: name === period,
						}))}
					/>
				</div>
				<UsageChart
					label={t("usage.title")}
					steps={usage.steps.map(({ at, counts }) => ({ start: at, counts }))}
					series={usage.totals.map(({ verdict }) => ({
						id: verdict,
						label: words(`verdict.${verdict}`),
						tone: toneOf(verdict),
						href: verdictHref(place, verdict, states),
					}))}
					by={USAGE_PERIODS[period].by}
				/>
				{usage.totals.some(({ verdict }) => verdict !== "VALID") && <OftenRefused place={place} />}
			</PanelBody>
		</Panel>
	);
}

/** Uses are counted, not listed: what is refused leads to the keys that somebody should look at for it. */
async function OftenRefused({ place }: { place: PlaceSlugs }) {
	const t = await textsOf("overview");
	const lists = place.location ? (["own"] as const) : (["agency", "location"] as const);
	return (
		<p className="flex flex-wrap gap-x-3 text-sm text-ink-muted">
			{t("usage.oftenRefused")}
			{lists.map((list) => (
				<Link
					key={list}
					href={attentionHref(place, {
						level: list === "agency" ? "AGENCY" : "LOCATION",
						attention: "refused",
					})}
					className="rounded text-accent-ink underline underline-offset-2 hover:no-underline"
				>
					{t(`states.${list}`)}
				</Link>
			))}
		</p>
	);
}
