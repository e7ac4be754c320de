import { cn } from "#components/ui/class-names.ts";
import type { DenialPeriod, Denials } from "#lib/core/keys/denials.ts";
import { DENIAL_PERIODS } from "#lib/core/keys/denials.ts";
import type { RefusalVerdict } from "#lib/core/keys/refusals.ts";

const WIDTH = 600;
const HEIGHT = 120;
const GAP = 0.2;

const FILLS: Record<RefusalVerdict, string> = {
	REVOKED: "fill-bad-fill bg-bad-fill",
	DISABLED: "fill-ink-muted bg-ink-muted",
	EXPIRED: "fill-edge bg-edge",
	SUSPENDED: "fill-bad-edge bg-bad-edge",
	FORBIDDEN: "fill-accent bg-accent",
	INSUFFICIENT_PERMISSIONS: "fill-warn bg-warn",
	RATE_LIMITED: "fill-good bg-good",
	USAGE_EXCEEDED: "fill-warn-edge bg-warn-edge",
};

type ChartProps = { denials: Denials; period: DenialPeriod };

/** How often a key was refused, by reason, hour by hour or day by day; the figures stand in a table behind it. */
export const DenialsChart = ({ denials, period }: ChartProps) => (
	<figure className="space-y-3">
		<svg
			viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
			preserveAspectRatio="none"
			role="img"
			aria-label={`${denials.total === 1 ? "1 refusal" : `${denials.total.toLocaleString("en")} refusals`} in the last ${DENIAL_PERIODS[period].label}, at most ${denials.most.toLocaleString("en")} in one ${DENIAL_PERIODS[period].by}`}
			className="h-28 w-full rounded-lg border border-line bg-sunken"
		>
			{denials.steps.map((step, index) => (
				<Bar key={step.at} denials={denials} index={index} />
			))}
		</svg>
		<p className="flex flex-wrap justify-between gap-x-4 text-xs text-ink-muted tabular-nums">
			<span>{momentText(denials.steps[0]?.at ?? "", period)}</span>
			<span>
				At most {denials.most.toLocaleString("en")} in one {DENIAL_PERIODS[period].by}
			</span>
			<span>{period === "24h" ? "This hour" : "Today"}</span>
		</p>
		<ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
			{denials.reasons.map(({ verdict, label, total }) => (
				<li key={verdict} className="flex items-center gap-1.5">
					<span aria-hidden className={cn("size-2.5 rounded-sm", FILLS[verdict])} />
					{label} <span className="text-ink-muted tabular-nums">{total.toLocaleString("en")}</span>
				</li>
			))}
		</ul>
		<details className="text-sm">
			<summary className="cursor-pointer text-accent-ink underline-offset-2 hover:underline">
				The figures as a table
			</summary>
			<DenialsTable denials={denials} period={period} />
		</details>
	</figure>
);

const momentText = (at: string, period: DenialPeriod) =>
	period === "24h" ? `${at.slice(0, 16).replace("T", " ")} UTC` : at.slice(0, 10);

function Bar({ denials, index }: { denials: Denials; index: number }) {
	const { steps, reasons, most } = denials;
	const width = WIDTH / steps.length;
	const counts = steps[index]?.counts ?? {};
	let top = HEIGHT;
	return reasons.map(({ verdict }) => {
		const height = ((counts[verdict] ?? 0) / most) * (HEIGHT - 8);
		top -= height;
		return height === 0 ? null : (
			<rect
				key={verdict}
				x={(index + GAP / 2) * width}
				y={top}
				width={width * (1 - GAP)}
				height={height}
				className={FILLS[verdict]}
			/>
		);
	});
}

const DenialsTable = ({ denials, period }: ChartProps) => (
	// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
	<section className="mt-2 overflow-x-auto" tabIndex={0} aria-label="Refusals by reason and time">
		<table className="w-full text-start text-xs tabular-nums">
			<thead>
				<tr className="border-b border-line text-ink-muted">
					<th scope="col" className="py-1.5 pr-4 font-medium whitespace-nowrap">
						{period === "24h" ? "Hour (UTC)" : "Day (UTC)"}
					</th>
					{denials.reasons.map(({ verdict, label }) => (
						<th key={verdict} scope="col" className="py-1.5 pr-4 font-medium">
							{label}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{denials.steps
					.filter(({ total }) => total > 0)
					.map((step) => (
						<tr key={step.at} className="border-b border-line last:border-0">
							<th scope="row" className="py-1.5 pr-4 font-normal whitespace-nowrap">
								<time dateTime={step.at}>{momentText(step.at, period)}</time>
							</th>
							{denials.reasons.map(({ verdict }) => (
								<td key={verdict} className="py-1.5 pr-4">
									{(step.counts[verdict] ?? 0).toLocaleString("en")}
								</td>
							))}
						</tr>
					))}
			</tbody>
		</table>
	</section>
);
