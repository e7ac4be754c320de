"use client";

import { useTranslations } from "use-intl/react";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { SelectionUse } from "#lib/services/keys/select.ts";

/** What would break if the chosen keys went away now. */
export function BulkUse({ use, failure }: { use: SelectionUse | null; failure: string | null }) {
	const t = useTranslations("keys.bulk");
	return (
		<div role="status" className="min-h-5 space-y-1 font-medium text-ink">
			{use && <Sentences use={use} />}
			{failure}
			{!use && !failure && (
				<>
					<span className="sr-only">{t("looking")}</span>
					<Skeleton className="mt-1.5 w-64" />
				</>
			)}
		</div>
	);
}

function Sentences({ use }: { use: SelectionUse }) {
	const t = useTranslations("keys.bulk.use");
	if (use.usedLastWeek === 0) return <p>{t("none")}</p>;
	const more = use.usedLastWeek - use.usedTitles.length;
	return (
		<>
			<p>{t("day", { used: use.usedLastDay, requests: use.requestsLastDay, week: use.usedLastWeek })}</p>
			<p className="font-normal">
				{t("titles")}{" "}
				{use.usedTitles.map((title, at) => (
					<span key={title}>
						{at > 0 && ", "}
						<bdi className="wrap-anywhere">{title}</bdi>
					</span>
				))}
				{more > 0 && ` ${t("more", { count: more })}`}
			</p>
		</>
	);
}
