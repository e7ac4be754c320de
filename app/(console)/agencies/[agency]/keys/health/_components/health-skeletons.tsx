import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { Panel } from "#components/ui/panel.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { Finding } from "#lib/core/keys/health.ts";
import { REVIEW_BAR_STYLE } from "./review-bar.tsx";

/** What stands in the place of the parts of key health until they are read, as tall as they mostly are. */
export const ReviewBarSkeleton = () => (
	<div className={REVIEW_BAR_STYLE}>
		<Skeleton className="size-4 rounded-full" />
		<div className="min-w-0 flex-1 basis-60">
			<Skeleton className="w-72 max-w-full" />
		</div>
		<Skeleton className="w-24" />
		<Skeleton className="h-9 w-32 rounded-md" />
	</div>
);

export async function FindingSkeleton({ finding }: { finding: Finding }) {
	const t = await textsOf("health");
	return (
		<Panel title={t(`kinds.${finding}.title`)} text={t(`kinds.${finding}.text`)}>
			<TableSkeleton columns={4} />
		</Panel>
	);
}

export const StartSkeleton = () => (
	<div className="flex flex-col items-center gap-3 px-6 py-14">
		<Skeleton className="size-11 rounded-xl" />
		<Skeleton className="mt-1 w-48" />
		<Skeleton className="w-80 max-w-full" />
		<Skeleton className="mt-2 h-9 w-56 rounded-md" />
	</div>
);
