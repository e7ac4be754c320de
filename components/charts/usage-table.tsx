import Link from "next/link";
import { languageOf, textsOf } from "#components/texts/texts-of.ts";
import { type ChartStep, totalOf } from "./stack-bars.ts";
import { CHART_ZONE, type StepUnit } from "./step-time.ts";

type UsageTableProps = {
	label: string;
	steps: readonly ChartStep[];
	series: readonly { id: string; label: string }[];
	by: StepUnit;
	write: (start: string) => string;
	href?: ((start: string) => string | undefined) | undefined;
};

const CELL = "py-1.5 ps-4 text-end";

/** The chart's figures, for everybody. Steps in which nothing was counted are left out. */
export async function UsageTable({ label, steps, series, by, write, href }: UsageTableProps) {
	const t = await textsOf("charts");
	const number = new Intl.NumberFormat(await languageOf());
	const ids = series.map(({ id }) => id);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
		<section className="mt-2 max-h-96 overflow-auto" tabIndex={0} aria-label={t("tableOf", { label })}>
			<table className="w-full text-xs tabular-nums">
				<caption className="pb-2 text-start text-ink-muted">{t("caption", { label })}</caption>
				<thead>
					<tr className="border-b border-line text-ink-muted">
						<th scope="col" className="py-1.5 text-start font-medium whitespace-nowrap">
							{t("start", { by, timeZone: CHART_ZONE })}
						</th>
						{series.map((one) => (
							<th key={one.id} scope="col" className={`${CELL} font-medium`}>
								{one.label}
							</th>
						))}
						{series.length > 1 && (
							<th scope="col" className={`${CELL} font-medium`}>
								{t("total")}
							</th>
						)}
					</tr>
				</thead>
				<tbody>
					{steps
						.filter((step) => totalOf(step, ids) > 0)
						.map((step) => (
							<tr key={step.start} className="border-b border-line last:border-0">
								<th scope="row" className="py-1.5 text-start font-normal whitespace-nowrap">
									<StepName start={step.start} href={href?.(step.start)} text={write(step.start)} />
								</th>
								{ids.map((id) => (
									<td key={id} className={CELL}>
										{number.format(step.counts[id] ?? 0)}
									</td>
								))}
								{series.length > 1 && (
									<td className={`${CELL} font-medium`}>{number.format(totalOf(step, ids))}</td>
								)}
							</tr>
						))}
				</tbody>
			</table>
		</section>
	);
}

function StepName({ start, href, text }: { start: string; href: string | undefined; text: string }) {
	const time = <time dateTime={start}>{text}</time>;
	if (!href) return time;
	return (
		<Link href={href} prefetch={false} className="text-accent-ink underline-offset-2 hover:underline">
			{time}
		</Link>
	);
}
