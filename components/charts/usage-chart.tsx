import { languageOf, textsOf } from "#components/texts/texts-of.ts";
import { type ChartPattern, type ChartTone, withPatterns } from "./chart-fill.tsx";
import { ChartLegend } from "./chart-legend.tsx";
import { type ChartStep, stackBars } from "./stack-bars.ts";
import { CHART_ZONE, type StepUnit, stepTimes } from "./step-time.ts";
import { TimeAxis, ValueAxis } from "./usage-axis.tsx";
import { UsageBars } from "./usage-bars.tsx";
import { UsageHover } from "./usage-hover.tsx";
import { UsageTable } from "./usage-table.tsx";

const HEIGHT = 168;

export type UsageSeries = {
	id: string;
	label: string;
	tone: ChartTone;
	pattern?: ChartPattern;
	/** The list behind its total. */
	href?: string;
};

type UsageChartProps = {
	/** What is counted: "Verifications". */
	label: string;
	/** In the order of time, none left out. `start` is an ISO moment. */
	steps: readonly ChartStep[];
	/** What is told apart, the first at the bottom of each bar. */
	series: readonly UsageSeries[];
	by: StepUnit;
	/** The list behind a step, if it has one. */
	href?: (start: string) => string | undefined;
};

/** Counts over time as stacked bars, drawn on the server, with a table of the same figures below. */
export async function UsageChart(props: UsageChartProps) {
	const { label, steps, by, href } = props;
	const [t, language] = [await textsOf("charts"), await languageOf()];
	const series = withPatterns(props.series);
	const ids = series.map(({ id }) => id);
	const number = new Intl.NumberFormat(language);
	const write = stepTimes(language, by);
	const stacked = stackBars(steps, ids, HEIGHT);
	const totals = new Map(
		ids.map((id) => [id, steps.reduce((sum, { counts }) => sum + (counts[id] ?? 0), 0)]),
	);
	const total = [...totals.values()].reduce((sum, one) => sum + one, 0);

	if (total === 0) return <NothingCounted label={label} text={t("nothing")} />;
	const columns = steps.map(({ start, counts }) => ({
		start,
		href: href?.(start),
		title: [
			`${write.whole(start)} ${CHART_ZONE}`,
			...series.map((one) => `${one.label}: ${number.format(counts[one.id] ?? 0)}`),
		].join("\n"),
	}));
	return (
		<figure className="space-y-4">
			<ChartLegend
				entries={series.map((one) => ({ ...one, total: number.format(totals.get(one.id) ?? 0) }))}
			/>
			<div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 pt-1">
				<ValueAxis ticks={stacked.ticks} language={language} />
				<div className="relative">
					<UsageBars
						label={t("picture", { label, total, most: stacked.most, by })}
						height={HEIGHT}
						stacked={stacked}
						series={series}
					/>
					<UsageHover columns={columns} />
				</div>
				<span aria-hidden className="mt-1.5 text-2xs text-ink-muted select-none">
					{CHART_ZONE}
				</span>
				<div>
					<TimeAxis starts={steps.map(({ start }) => start)} write={write.short} />
				</div>
			</div>
			<details className="text-sm">
				<summary className="w-fit rounded text-accent-ink underline-offset-2 hover:underline">
					{t("asTable")}
				</summary>
				<UsageTable {...{ label, steps, series, by, href }} write={write.whole} />
			</details>
		</figure>
	);
}

const NothingCounted = ({ label, text }: { label: string; text: string }) => (
	<figure
		aria-label={label}
		className="flex h-44 items-center justify-center rounded-lg border border-dashed border-line-strong px-4 text-center text-sm text-ink-muted"
	>
		{text}
	</figure>
);
