import Link from "next/link";
import { CHART_ZONE } from "#components/charts/step-time.ts";
import { UsageChart } from "#components/charts/usage-chart.tsx";
import { languageOf, textsOf } from "#components/texts/texts-of.ts";
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
import type { KeySearch } from "../[key]/search-params.ts";
import { RefusalSearch } from "./later-parts.tsx";
import { RefusalList } from "./refusal-list.tsx";
import { REFUSAL_TONES } from "./refusal-series.ts";
import { LAST_REFUSALS_ID, refusalsHref, stepRefusalsHref } from "./refusals-href.ts";

type RefusalsPanelProps = {
	ctx: Parameters<typeof readUsage>[0];
	keyId: string;
	search: Pick<KeySearch, "refusals" | "why" | "since" | "until">;
	/** The address of this part of the key's page. */
	href: string;
};

const PERIOD_TEXTS = { "24h": "h24", "7d": "d7", "30d": "d30" } as const;

/** Why a key was refused: how often and for which reasons, the last times, and a box to ask about one request. */
export async function RefusalsPanel({ ctx, keyId, search, href }: RefusalsPanelProps) {
	const period = search.refusals;
	const [t, words] = [await textsOf("key"), await textsOf("words")];
	const nameOf = (name: DenialPeriod) => t(`refusals.periods.${PERIOD_TEXTS[name]}`);
	const range = denialRange(period, ctx.now);
	const { counts } = await readUsage(ctx, { keyId, by: DENIAL_PERIODS[period].by, ...range });
	const denials = sortDenials(counts, period, ctx.now);
	const steps = denials.steps.map(({ at, counts }) => ({ start: at, counts }));
	return (
		<Panel title={t("refusals.title")} text={t("refusals.text")}>
			<PanelBody className="space-y-5">
				<div className="border-b border-line">
					<LinkTabs
						label={t("refusals.period")}
						tabs={DENIAL_PERIOD_NAMES.map((name) => ({
							href: `${href}&refusals=${name}`,
							label: nameOf(name),
							current: name === period,
						}))}
					/>
				</div>
				{denials.total === 0 ? (
					<p className="text-sm text-ink-muted">{t("refusals.none", { period: nameOf(period) })}</p>
				) : (
					<UsageChart
						label={t("refusals.chart", { period: nameOf(period) })}
						steps={steps}
						series={denials.reasons.map(({ verdict }) => ({
							id: verdict,
							label: words(`verdict.${verdict}`),
							tone: REFUSAL_TONES[verdict],
							href: refusalsHref(href, { period, why: verdict }),
						}))}
						by={DENIAL_PERIODS[period].by}
						href={stepRefusalsHref(href, period, { steps, end: range.to, now: ctx.now })}
					/>
				)}
				<RefusalSearch />
				<LastRefusals ctx={ctx} keyId={keyId} search={search} href={href} />
			</PanelBody>
		</Panel>
	);
}

/** The last refusals, of the one reason and time that the address names, if it does. */
async function LastRefusals({ ctx, keyId, search, href }: RefusalsPanelProps) {
	const { why, since, until } = search;
	const t = await textsOf("key");
	const range = since && until && { from: since, to: until };
	const refusals = await listRefusals(ctx, { keyId, ...(why && { verdict: why }), ...range });
	const only = [why && (await textsOf("words"))(`verdict.${why}`), range && (await rangeText(range))]
		.filter(Boolean)
		.join(" · ");
	if (refusals.length === 0 && only === "") return null;
	return (
		<section id={LAST_REFUSALS_ID} tabIndex={-1} className="scroll-mt-4 space-y-2 outline-none">
			<div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
				<h3 className="text-sm font-medium">
					{only === "" ? t("refusals.last") : t("refusals.lastOf", { what: only })}
				</h3>
				{only !== "" && (
					<Link
						href={`${href}&refusals=${search.refusals}`}
						scroll={false}
						className="text-sm text-accent-ink underline underline-offset-2 hover:no-underline"
					>
						{t("refusals.all")}
					</Link>
				)}
			</div>
			{refusals.length > 0 ? (
				<RefusalList refusals={refusals} />
			) : (
				<p className="text-sm text-ink-muted">{t("refusals.noneKept")}</p>
			)}
		</section>
	);
}

async function rangeText({ from, to }: { from: Date; to: Date }) {
	const options = { dateStyle: "medium", timeStyle: "short", timeZone: CHART_ZONE } as const;
	return `${new Intl.DateTimeFormat(await languageOf(), options).formatRange(from, to)} ${CHART_ZONE}`;
}
