import { cn } from "#components/ui/class-names.ts";
import { namedSteps } from "./stack-bars.ts";

const NAMES = 5;
/** So few bars are wide enough for the names of the outer ones to stand in the middle below them. */
const FEW = 8;

type ValueAxisProps = { ticks: readonly { value: number; y: number }[]; language: string };

/** How many, beside the lines. The tallest number holds the column open. */
export function ValueAxis({ ticks, language }: ValueAxisProps) {
	const number = new Intl.NumberFormat(language, { notation: "compact" });
	return (
		<div aria-hidden className="relative text-2xs text-ink-muted tabular-nums select-none">
			{ticks.map(({ value, y }) => (
				<span key={value}>
					<span className="invisible block h-0 overflow-hidden">{number.format(value)}</span>
					<span className="absolute end-0 -translate-y-1/2" style={{ top: y }}>
						{number.format(value)}
					</span>
				</span>
			))}
		</div>
	);
}

type TimeAxisProps = { starts: readonly string[]; write: (start: string) => string };

/** When, below the bars: the first and the last step and some between, fewer of them on a phone. */
export function TimeAxis({ starts, write }: TimeAxisProps) {
	const named = namedSteps(starts.length, NAMES);
	return (
		<div aria-hidden className="relative mt-1.5 h-4 text-2xs text-ink-muted tabular-nums select-none">
			{named.map((step, place) => {
				const isOuter = starts.length > FEW;
				const isFirst = isOuter && place === 0;
				const isLast = isOuter && place === named.length - 1;
				return (
					<span
						key={step}
						style={{
							insetInlineStart: isLast || isFirst ? undefined : `${((step + 0.5) / starts.length) * 100}%`,
						}}
						className={cn(
							"absolute whitespace-nowrap",
							isFirst && "start-0",
							isLast && "end-0",
							!isFirst && !isLast && "-translate-x-1/2 rtl:translate-x-1/2",
							place % 2 === 1 && place < named.length - 1 && "max-sm:hidden",
						)}
					>
						{write(starts[step] ?? "")}
					</span>
				);
			})}
		</div>
	);
}
