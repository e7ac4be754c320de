"use client";

import { useTranslations } from "use-intl/react";
import { Skeleton } from "#components/ui/skeleton.tsx";

const WIDTHS = ["w-40", "w-24", "w-16", "w-20", "w-16", "w-28", "w-20", "w-20", "w-24"].map((width, id) => ({
	id,
	width,
}));
const SKELETON_ROWS = [1, 2, 3, 4, 5, 6, 7, 8];

/** The shape of a table that is on its way. */
export function TableSkeleton({ columns }: { columns: number }) {
	const t = useTranslations("table");
	return (
		<div role="status" className="overflow-hidden">
			<span className="sr-only">{t("loading")}</span>
			<div className="border-b border-line p-3 sm:px-5">
				<Skeleton className="h-9 max-w-72 rounded-md" />
			</div>
			<div className="h-9 border-b border-line bg-sunken max-md:hidden" />
			{SKELETON_ROWS.map((row) => (
				<div
					key={row}
					className="flex items-center justify-between gap-6 border-b border-line px-5 py-4 last:border-b-0 max-md:flex-wrap"
				>
					{WIDTHS.slice(0, columns).map(({ id, width }, place) => (
						<Skeleton key={id} className={`${width} ${place > 3 ? "max-md:hidden" : ""}`} />
					))}
				</div>
			))}
		</div>
	);
}
