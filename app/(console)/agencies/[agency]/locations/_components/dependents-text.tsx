"use client";

import { useTranslations } from "use-intl/react";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { Dependents } from "./use-dependents.ts";

type DependentsTextProps = { dependents: Dependents | null; failure: string | null };

export function DependentsText({ dependents, failure }: DependentsTextProps) {
	const t = useTranslations("locations.dependents");
	return (
		<div role="status" className="min-h-5 font-medium text-ink">
			{dependents &&
				t("sentence", {
					keys: dependents.keys,
					people: dependents.people,
					requests: dependents.requestsLastDay,
				})}
			{failure && t("failed", { why: failure })}
			{!dependents && !failure && (
				<>
					<span className="sr-only">{t("loading")}</span>
					<Skeleton className="mt-1.5 w-64" />
				</>
			)}
		</div>
	);
}
