import { textsOf } from "#components/texts/texts-of.ts";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** What stands in the place of the overview's parts until they are read, as tall as they mostly are. */
export const HeadlineSkeleton = () => (
	<div className="flex items-start gap-3 border-y border-line bg-surface px-4 py-3.5 sm:rounded-xl sm:border sm:px-5">
		<Skeleton className="mt-0.5 size-5 rounded-full" />
		<div className="min-w-0 flex-1 space-y-2 py-1">
			<Skeleton className="h-4 w-56 max-w-full" />
			<Skeleton className="w-80 max-w-full" />
		</div>
	</div>
);

export const ListSkeleton = ({ title, rows }: { title: string; rows: number }) => (
	<Panel title={title}>
		<PanelBody className="space-y-5">
			{Array.from({ length: rows }, (_, row) => row).map((row) => (
				<div key={row} className="space-y-2">
					<Skeleton className="w-40 max-w-full" />
					<Skeleton className="w-full" />
				</div>
			))}
		</PanelBody>
	</Panel>
);

export async function StatesSkeleton({ bars }: { bars: number }) {
	const t = await textsOf("overview");
	return (
		<Panel title={t("states.title")}>
			<PanelBody className="space-y-6">
				{Array.from({ length: bars }, (_, bar) => bar).map((bar) => (
					<div key={bar} className="space-y-3">
						<Skeleton className="w-24" />
						<Skeleton className="w-full rounded-full" />
						<Skeleton className="w-3/4" />
					</div>
				))}
			</PanelBody>
		</Panel>
	);
}

export async function ChartSkeleton() {
	const t = await textsOf("overview");
	return (
		<Panel title={t("usage.title")} text={t("usage.text")}>
			<PanelBody className="space-y-5">
				<Skeleton className="h-8 w-64 max-w-full" />
				<Skeleton className="w-40" />
				<Skeleton className="h-44 w-full" />
				<Skeleton className="w-24" />
			</PanelBody>
		</Panel>
	);
}
