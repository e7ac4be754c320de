import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";

const WIDTH = 100;
const HEIGHT = 24;

/** How something went, without figures: those stand beside it. `label` says it to those who do not see it. */
export function Sparkline({ counts, label }: { counts: readonly number[]; label: string }) {
	const across = scaleLinear([0, Math.max(counts.length - 1, 1)], [0, WIDTH]);
	const up = scaleLinear([0, Math.max(...counts, 1)], [HEIGHT - 1.5, 1.5]);
	const points = counts.length === 1 ? [...counts, ...counts] : [...counts];
	const stroke = line<number>((_, index) => across(index), up);
	const below = area<number>((_, index) => across(index), HEIGHT, up);
	return (
		<svg
			role="img"
			aria-label={label}
			viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
			preserveAspectRatio="none"
			className="h-6 w-24 shrink-0 rtl:-scale-x-100"
		>
			<path d={below(points) ?? ""} className="fill-chart-accent/15" />
			<path
				d={stroke(points) ?? ""}
				vectorEffect="non-scaling-stroke"
				strokeWidth={1.5}
				strokeLinejoin="round"
				className="fill-none stroke-chart-accent"
			/>
		</svg>
	);
}
