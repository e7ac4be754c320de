import { useId } from "react";
import { ChartFill, type ChartPattern, type ChartTone } from "./chart-fill.tsx";
import type { stackBars } from "./stack-bars.ts";

type UsageBarsProps = {
	label: string;
	height: number;
	stacked: ReturnType<typeof stackBars>;
	series: readonly { id: string; tone: ChartTone; pattern: ChartPattern }[];
};

/** The picture alone. It holds no text, so that a right-to-left page can turn it round. */
export function UsageBars({ label, height, stacked, series }: UsageBarsProps) {
	const own = useId();
	return (
		<svg role="img" aria-label={label} width="100%" height={height} className="block rtl:-scale-x-100">
			<defs>
				{series.map(({ id, tone, pattern }, index) => (
					<ChartFill key={id} id={`${own}${index}`} tone={tone} pattern={pattern} />
				))}
			</defs>
			{stacked.ticks.map(({ value, y }) => (
				<line
					key={value}
					x1="0"
					x2="100%"
					y1={y - 0.5}
					y2={y - 0.5}
					className={value === 0 ? "stroke-edge" : "stroke-line"}
				/>
			))}
			{stacked.bars.map(({ x, width, parts }) =>
				parts.map((part) => (
					<rect
						key={`${x} ${part.id}`}
						x={percent(x)}
						width={percent(width)}
						y={round(part.y)}
						height={round(part.height)}
						fill={`url(#${own}${series.findIndex(({ id }) => id === part.id)})`}
					/>
				)),
			)}
		</svg>
	);
}

const round = (value: number) => Math.round(value * 100) / 100;
const percent = (value: number) => `${round(value)}%`;
