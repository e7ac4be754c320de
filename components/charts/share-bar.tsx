import { scaleLinear } from "d3-scale";
import { useId } from "react";
import { languageOf, textsOf } from "#components/texts/texts-of.ts";
import { ChartFill, type ChartPattern, type ChartTone, withPatterns } from "./chart-fill.tsx";
import { ChartLegend } from "./chart-legend.tsx";

const HEIGHT = 12;
/** What little there is stays visible beside what is much. */
const LEAST_PERCENT = 0.8;

type SharePart = {
	id: string;
	label: string;
	count: number;
	tone: ChartTone;
	pattern?: ChartPattern;
	/** The list behind the part. */
	href?: string;
};

/** What a whole is made of, as one bar, with a legend that leads to each part. */
export async function ShareBar({ label, parts }: { label: string; parts: readonly SharePart[] }) {
	const [t, language] = [await textsOf("charts"), await languageOf()];
	const [number, percent] = [
		new Intl.NumberFormat(language),
		new Intl.NumberFormat(language, { style: "percent", maximumSignificantDigits: 2 }),
	];
	const drawn = withPatterns(parts);
	const whole = parts.reduce((sum, { count }) => sum + count, 0);
	return (
		<figure className="space-y-3">
			<Bar label={t("whole", { label, total: whole })} parts={drawn} />
			<ChartLegend
				entries={drawn.map(({ count, ...part }) => ({
					...part,
					total: number.format(count),
					...(count > 0 && count < whole && { more: percent.format(count / whole) }),
				}))}
			/>
		</figure>
	);
}

type BarProps = {
	label: string;
	parts: readonly { id: string; count: number; tone: ChartTone; pattern: ChartPattern }[];
};

function Bar({ label, parts }: BarProps) {
	const own = useId();
	return (
		<svg
			role="img"
			aria-label={label}
			width="100%"
			height={HEIGHT}
			className="block rounded-full bg-hover rtl:-scale-x-100"
		>
			<defs>
				{parts.map(({ id, tone, pattern }, index) => (
					<ChartFill key={id} id={`${own}${index}`} tone={tone} pattern={pattern} />
				))}
			</defs>
			{layShares(parts.map(({ count }) => count)).map(({ index, x, width }) => (
				<g key={index}>
					<rect x={`${x}%`} width={`${width}%`} height={HEIGHT} fill={`url(#${own}${index})`} />
					{x > 0 && (
						<line x1={`${x}%`} x2={`${x}%`} y1={0} y2={HEIGHT} strokeWidth={2} className="stroke-surface" />
					)}
				</g>
			))}
		</svg>
	);
}

/** Where each part lies, in percent; what is none has no place. */
function layShares(counts: readonly number[]) {
	const whole = counts.reduce((sum, count) => sum + count, 0);
	const widths = counts.map((count) => (count === 0 ? 0 : Math.max((count / whole) * 100, LEAST_PERCENT)));
	const across = scaleLinear([0, widths.reduce((sum, width) => sum + width, 0)], [0, 100]);
	let from = 0;
	return widths.flatMap((width, index) => {
		const [x, end] = [across(from), across(from + width)];
		from += width;
		return width === 0 ? [] : [{ index, x: round(x), width: round(end - x) }];
	});
}

const round = (value: number) => Math.round(value * 100) / 100;
