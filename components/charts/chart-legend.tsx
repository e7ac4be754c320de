import Link from "next/link";
import { cn } from "#components/ui/class-names.ts";
import type { ChartPattern, ChartTone } from "./chart-fill.tsx";
import { ChartSwatch } from "./chart-swatch.tsx";

export type LegendEntry = {
	id: string;
	label: string;
	tone: ChartTone;
	pattern: ChartPattern;
	/** As it is read: "1,204". */
	total: string;
	/** What else is said of it: "12 %". */
	more?: string;
	href?: string | undefined;
};

export const ChartLegend = ({ entries }: { entries: readonly LegendEntry[] }) => (
	<ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
		{entries.map((entry) => (
			<li key={entry.id} className="min-w-0">
				{entry.href ? (
					<Link
						href={entry.href}
						className="group/legend flex min-h-6 items-center gap-2 rounded any-pointer-coarse:min-h-9"
					>
						<EntryText {...entry} />
					</Link>
				) : (
					<span className="flex min-h-6 items-center gap-2">
						<EntryText {...entry} />
					</span>
				)}
			</li>
		))}
	</ul>
);

const EntryText = ({ label, tone, pattern, total, more, href }: LegendEntry) => (
	<>
		<ChartSwatch tone={tone} pattern={pattern} />
		<span className="min-w-0 text-ink-muted wrap-anywhere group-hover/legend:text-ink group-hover/legend:underline">
			{label}
		</span>{" "}
		<span
			className={cn(
				"font-medium tabular-nums",
				href && "underline decoration-line-strong underline-offset-4 group-hover/legend:decoration-current",
			)}
		>
			{total}
		</span>
		{more && <span className="text-xs text-ink-muted tabular-nums">{more}</span>}
	</>
);
