"use client";

import { useTranslations } from "use-intl/react";
import { Skeleton } from "#components/ui/skeleton.tsx";

const ROWS = [1, 2, 3, 4, 5];

/** The shape of a list that is on its way. */
export function NotificationsSkeleton() {
	const t = useTranslations("table");
	return (
		<div role="status">
			<span className="sr-only">{t("loading")}</span>
			{ROWS.map((row) => (
				<div key={row} className="space-y-2.5 border-b border-line px-5 py-4 last:border-b-0">
					<Skeleton className="max-w-md" />
					<Skeleton className="max-w-40" />
				</div>
			))}
		</div>
	);
}
