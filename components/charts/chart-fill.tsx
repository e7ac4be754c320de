export type ChartTone = "good" | "warn" | "bad" | "muted" | "accent";
export type ChartPattern = "plain" | "stripes" | "dots" | "lines" | "cross";

const FILLS: Record<ChartTone, string> = {
	good: "fill-chart-good",
	warn: "fill-chart-warn",
	bad: "fill-chart-bad",
	muted: "fill-chart-muted",
	accent: "fill-chart-accent",
};

/** What is drawn over the tone, in a square of six pixels that repeats. */
const MARKS: Record<ChartPattern, string> = {
	plain: "",
	stripes: "M-1.5 1.5l3 -3M0 6l6 -6M4.5 7.5l3 -3",
	dots: "M1.5 1.5h.01M4.5 4.5h.01",
	lines: "M0 1.5h6M0 4.5h6",
	cross: "M0 0l6 6M6 0l-6 6",
};

/** Each tone has a pattern of its own, so that nothing is told by colour alone. */
const USUAL: Record<ChartTone, ChartPattern> = {
	good: "plain",
	accent: "plain",
	muted: "dots",
	warn: "stripes",
	bad: "cross",
};

const PATTERNS = Object.keys(MARKS) as ChartPattern[];

type Told = { tone: ChartTone; pattern?: ChartPattern };

/** Gives every series a pattern that no other of its tone has, as far as there are patterns. */
export function withPatterns<Series extends Told>(series: readonly Series[]) {
	const taken = new Set<string>(
		series.flatMap(({ tone, pattern }) => (pattern ? [`${tone} ${pattern}`] : [])),
	);
	return series.map((one) => {
		const { tone } = one;
		const free = [USUAL[tone], ...PATTERNS].find((pattern) => !taken.has(`${tone} ${pattern}`));
		const pattern = one.pattern ?? free ?? USUAL[tone];
		taken.add(`${tone} ${pattern}`);
		return { ...one, pattern };
	});
}

type FillProps = { id: string; tone: ChartTone; pattern: ChartPattern };

/** To be filled with by its id. Measured in pixels, so that it is never stretched. */
export const ChartFill = ({ id, tone, pattern }: FillProps) => (
	<pattern id={id} patternUnits="userSpaceOnUse" width={6} height={6}>
		<rect width={6} height={6} className={FILLS[tone]} />
		{MARKS[pattern] && (
			<path
				d={MARKS[pattern]}
				className="fill-none stroke-surface"
				strokeWidth={pattern === "dots" ? 2 : 1.25}
				strokeLinecap={pattern === "dots" ? "round" : "butt"}
			/>
		)}
	</pattern>
);
