import { useId } from "react";
import { ChartFill, type ChartPattern, type ChartTone } from "./chart-fill.tsx";

/** What a series looks like in the chart, for its legend. */
export function ChartSwatch({ tone, pattern }: { tone: ChartTone; pattern: ChartPattern }) {
	const id = useId();
	return (
		<svg aria-hidden width={12} height={12} className="shrink-0 rounded-[3px] rtl:-scale-x-100">
			<defs>
				<ChartFill id={id} tone={tone} pattern={pattern} />
			</defs>
			<rect width={12} height={12} fill={`url(#${id})`} />
		</svg>
	);
}
